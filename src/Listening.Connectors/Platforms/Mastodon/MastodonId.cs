using System.Globalization;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>Status ids: opaque, but ordered by length and then ordinal, and on Mastodon itself they carry a time (platform page, 5.5).</summary>
internal static class MastodonId
{
    private static readonly DateTimeOffset First = new(2016, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static int Compare(string a, string b) =>
        a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(a, b);

    /// <summary>The smallest snowflake of a moment.</summary>
    public static string At(DateTimeOffset time) =>
        ((ulong)Math.Max(0, time.ToUnixTimeMilliseconds()) << 16).ToString(CultureInfo.InvariantCulture);

    /// <summary>The time in a snowflake id; null where it does not lie between 2016 and tomorrow, because then the id is none.</summary>
    public static DateTimeOffset? TimeOf(string id, DateTimeOffset now)
    {
        if (!ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var snowflake))
        {
            return null;
        }

        var milliseconds = (long)(snowflake >> 16);
        return milliseconds >= First.ToUnixTimeMilliseconds() && milliseconds <= now.AddDays(1).ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
    }
}
