using System.Globalization;
using Listening.Rhythm;
using Listening.Worker.Answers;

namespace Listening.Worker.Dashboard;

/// <summary>The part of time a page is about: some whole days up to now, or one day by the hour.</summary>
/// <param name="Query">How the page's address names it.</param>
/// <param name="Words">How a sentence names it.</param>
/// <param name="Since">Which day some whole days began with; null for one day.</param>
/// <param name="From">First day, as the questions take it.</param>
/// <param name="To">The day after the last one; null for up to now.</param>
/// <param name="Bucket">Width of a bar.</param>
public sealed record PageRange(string Query, string Words, string? Since, string From, string? To, BucketSize Bucket)
{
    /// <summary>Lengths a reader can choose, in days.</summary>
    public static readonly IReadOnlyList<int> Choices = [7, 30, 84];

    private const int Unasked = 30;

    private const string DayForm = "yyyy-MM-dd";

    /// <summary>Throws <see cref="BadQuestionException"/> for what the page cannot show.</summary>
    public static PageRange Parse(string? days, string? day, DateOnly today)
    {
        if (day is not null)
        {
            return DateOnly.TryParseExact(day, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var one) && one.Year is > 1970 and < 9999
                ? OneDay(one)
                : throw new BadQuestionException($"'{day}' is no day; write one such as {Text(today)}.");
        }

        var count = days is null ? Unasked : int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return Choices.Contains(count)
            ? LastDays(count, today.AddDays(1 - count))
            : throw new BadQuestionException($"This page shows 7, 30 or 84 days; days=30 is what is shown unasked.");
    }

    public static string QueryOf(int days) => FormattableString.Invariant($"days={days}");

    public static string QueryOf(DateOnly day) => "day=" + Text(day);

    // Today is one of them, so they begin later than a span of as many times 24 hours.
    private static PageRange LastDays(int count, DateOnly first) =>
        new(QueryOf(count), $"in the last {count} days", "since " + first.ToString("d MMMM", CultureInfo.InvariantCulture), Text(first), null, BucketSize.Day);

    private static PageRange OneDay(DateOnly day) =>
        new(QueryOf(day), "on " + day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture), null, Text(day), Text(day.AddDays(1)), BucketSize.Hour);

    private static string Text(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);
}
