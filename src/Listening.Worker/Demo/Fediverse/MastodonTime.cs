using System.Globalization;

namespace Listening.Worker.Demo.Fediverse;

/// <summary>Times as Mastodon writes them.</summary>
internal static class MastodonTime
{
    public static string Exact(DateTimeOffset time) => Format(time, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");

    /// <summary>Other hosts learn a post's time from ActivityPub, which carries whole seconds.</summary>
    public static string ToTheSecond(DateTimeOffset time) => Format(time, "yyyy-MM-dd'T'HH:mm:ss'.000Z'");

    public static string AtMidnight(DateTimeOffset time) => Format(time, "yyyy-MM-dd'T00:00:00.000Z'");

    public static string Day(DateTimeOffset time) => Format(time, "yyyy-MM-dd");

    public static string WithOffset(DateTimeOffset time) => Format(time, "yyyy-MM-dd'T'HH:mm:ss.fff'+00:00'");

    /// <summary>The form of <c>X-RateLimit-Reset</c>.</summary>
    public static string WithMicroseconds(DateTimeOffset time) => Format(time, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'");

    private static string Format(DateTimeOffset time, string format) => time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}
