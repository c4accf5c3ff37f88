using System.Globalization;
using Listening.Posts;
using Listening.Rhythm;
using Listening.Worker.Configuration;

namespace Listening.Worker.Answers;

/// <summary>A moment as people write it: a date (midnight in a zone), an RFC 3339 time, or a span back from now.</summary>
internal static class TimeExpression
{
    private static readonly string[] TimeForms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK"];

    /// <summary>A time without an offset is one of <paramref name="zone"/>. Throws <see cref="BadQuestionException"/>.</summary>
    public static DateTimeOffset Parse(string text, string name, DateTimeOffset now, TimeZoneInfo zone)
    {
        text = text.Trim();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return VolumeSeries.Midnight(day, zone);
        }

        if (Duration.TryParse(text, out var span) && now.Ticks > span.Ticks)
        {
            return (now - span).ToMilliseconds();
        }

        if (DateTime.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
        {
            return time.Kind == DateTimeKind.Unspecified
                ? new DateTimeOffset(time, zone.GetUtcOffset(time)).ToUniversalTime()
                : new DateTimeOffset(time).ToUniversalTime();
        }

        throw new BadQuestionException($"'{text}' is no moment for {name}: write a date (2026-11-24), a time (2026-11-24T20:00:00Z) or a span back from now (7d, 12h).");
    }
}
