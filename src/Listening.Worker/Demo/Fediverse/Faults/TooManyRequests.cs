using System.Globalization;

namespace Listening.Worker.Demo.Fediverse.Faults;

/// <summary>429, with whatever says how long to wait; null leaves a header out.</summary>
internal sealed record TooManyRequests : ScriptedFault
{
    /// <summary>Mastodon's own way: <c>X-RateLimit-Reset</c> as an ISO 8601 time.</summary>
    public DateTimeOffset? ResetsAt { get; init; }

    /// <summary>A proxy's way: <c>Retry-After</c> in whole seconds.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>A proxy's other way: <c>Retry-After</c> as an HTTP date.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    public override Task AnswerAsync(ScriptedExchange exchange)
    {
        var answer = ScriptedAnswer.Error(StatusCodes.Status429TooManyRequests, "Too many requests");
        if (ResetsAt is { } reset)
        {
            answer = answer.With("X-RateLimit-Limit", "300").With("X-RateLimit-Remaining", "0").With("X-RateLimit-Reset", MastodonTime.WithMicroseconds(reset));
        }

        if (RetryAfter is { } wait)
        {
            answer = answer.With("Retry-After", ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture));
        }

        if (RetryAt is { } until)
        {
            answer = answer.With("Retry-After", until.ToString("R", CultureInfo.InvariantCulture));
        }

        return answer.WriteAsync(exchange.Context.Response, exchange.Stopping);
    }
}
