using System.Globalization;

namespace Listening.Worker.Configuration;

/// <summary>Spans of time as people write them: <c>[d.]hh:mm:ss</c>, or a number with <c>s m h d w</c>. A bare number is refused.</summary>
internal static class Duration
{
    public const string Form = "write a span such as 90s, 15m, 12h, 7d, 4w or 1.02:30:00";

    public static bool TryParse(string? text, out TimeSpan span)
    {
        span = default;
        text = text?.Trim() ?? "";
        if (text.Length < 2)
        {
            return false;
        }

        if (text.Contains(':', StringComparison.Ordinal))
        {
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out span);
        }

        var unit = char.ToLowerInvariant(text[^1]) switch
        {
            's' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            'w' => TimeSpan.FromDays(7),
            _ => TimeSpan.Zero,
        };
        if (unit == TimeSpan.Zero || !double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
            || count * unit.TotalDays > 36_500)
        {
            return false;
        }

        span = count * unit;
        return true;
    }
}
