using System.Globalization;

namespace Listening.Worker.Demo.Fediverse;

/// <summary>Until when an answer tells its reader to wait.</summary>
internal static class DemandedWait
{
    private const int Exhausted = StatusCodes.Status429TooManyRequests;

    /// <summary>The latest moment that the answer names; null where it demands nothing, or does not say how long.</summary>
    public static DateTimeOffset? Of(HttpResponse answer, DateTimeOffset answeredAt)
    {
        var retry = Retry(answer.Headers.RetryAfter.ToString(), answeredAt);
        var reset = answer.StatusCode == Exhausted || answer.Headers["X-RateLimit-Remaining"] == "0" ? Time(answer.Headers["X-RateLimit-Reset"].ToString()) : null;
        return retry > reset || reset is null ? retry : reset;
    }

    private static DateTimeOffset? Retry(string value, DateTimeOffset answeredAt) =>
        int.TryParse(value, CultureInfo.InvariantCulture, out var seconds) ? answeredAt.AddSeconds(seconds) : Time(value);

    private static DateTimeOffset? Time(string value) => DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
