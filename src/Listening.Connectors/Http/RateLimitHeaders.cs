using System.Globalization;
using System.Net.Http.Headers;
using Listening.Tracking;

namespace Listening.Connectors.Http;

/// <summary>What hosts say about how much they allow, in the forms that are seen in the wild.</summary>
internal static class RateLimitHeaders
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    /// <summary>The end of the wait that <c>Retry-After</c> demands, as seconds or as an HTTP date; null where it is absent, unreadable or over.</summary>
    public static DateTimeOffset? RetryAfter(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (First(headers, "Retry-After") is not { } value)
        {
            return null;
        }

        DateTimeOffset? until = double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            ? now.AddSeconds(Math.Min(seconds, Longest.TotalSeconds))
            : Date(value);
        return until > now ? until : null;
    }

    /// <summary><c>X-RateLimit-Limit</c>, <c>-Remaining</c> and <c>-Reset</c>; null where no remainder is stated.</summary>
    public static HostBudget? Budget(HttpResponseHeaders headers) => Number(headers, "X-RateLimit-Remaining") is { } remaining
        ? new HostBudget(Number(headers, "X-RateLimit-Limit"), Math.Max(0, remaining), Reset(headers))
        : null;

    /// <summary><c>X-RateLimit-Reset</c> as an ISO 8601 time (Mastodon) or epoch seconds.</summary>
    public static DateTimeOffset? Reset(HttpResponseHeaders headers)
    {
        if (First(headers, "X-RateLimit-Reset") is not { } value)
        {
            return null;
        }

        return double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var epoch)
            ? epoch is > 0 and < 253402300800 ? DateTimeOffset.UnixEpoch.AddSeconds(epoch) : null
            : Date(value);
    }

    private static DateTimeOffset? Date(string value) =>
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null;

    private static int? Number(HttpResponseHeaders headers, string name) =>
        int.TryParse(First(headers, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? First(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault()?.Trim() : null;
}
