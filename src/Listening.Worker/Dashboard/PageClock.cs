using System.Globalization;
using Listening.Posts;

namespace Listening.Worker.Dashboard;

/// <summary>Times as people say them, seen from now in a hashtag's zone.</summary>
public sealed record PageClock(DateTimeOffset Now, TimeZoneInfo Zone)
{
    /// <summary><c>3 h ago</c>, <c>in 5 min</c>; a date where that is more than a week away.</summary>
    public string Relative(DateTimeOffset at)
    {
        var span = (Now - at).Duration();
        if (span >= TimeSpan.FromDays(7))
        {
            return Date(at);
        }

        var words = span < TimeSpan.FromSeconds(45) ? null
            : span < TimeSpan.FromMinutes(59.5) ? Invariant($"{Math.Max(1, Math.Round(span.TotalMinutes))} min")
            : span < TimeSpan.FromHours(23.5) ? Invariant($"{Math.Max(1, Math.Round(span.TotalHours))} h")
            : Invariant($"{Math.Max(1, Math.Round(span.TotalDays))} d");
        return (words, at <= Now) switch
        {
            (null, true) => "just now",
            (null, false) => "in a moment",
            (_, true) => words + " ago",
            _ => "in " + words,
        };
    }

    /// <summary><c>24 Nov</c>, with the year where it is another one.</summary>
    public string Date(DateTimeOffset at)
    {
        var local = Local(at);
        return local.ToString(local.Year == Local(Now).Year ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture);
    }

    /// <summary><c>Tue 24 Nov</c>.</summary>
    public string Day(DateTimeOffset at) => Local(at).ToString("ddd d MMM", CultureInfo.InvariantCulture);

    /// <summary><c>20:00</c>.</summary>
    public string Hour(DateTimeOffset at) => Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The whole of it, for whoever wants to know exactly.</summary>
    public string Full(DateTimeOffset at) => Local(at).ToString("dddd d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture) + $" ({Zone.Id})";

    /// <summary>For machines.</summary>
    public static string Machine(DateTimeOffset at) => ListeningJson.Format(at);

    public DateOnly Today => DateOnly.FromDateTime(Local(Now).DateTime);

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
