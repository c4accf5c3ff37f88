using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Listening.Connectors.Http;

/// <summary>
/// What a short wait may mend. A 429, any answer with <c>Retry-After</c> and any that says that no request is left are the host's demand and
/// leave the pipeline at once: <see cref="Tracking.SourceHealth"/> waits, for the whole host and across restarts.
/// </summary>
internal static class TransientFaults
{
    // Three waits of at most 3 s: together below the 10 s that may pass before the poller takes over.
    public static HttpRetryStrategyOptions Retry => new()
    {
        MaxRetryAttempts = 3,
        Delay = TimeSpan.FromSeconds(0.5),
        MaxDelay = TimeSpan.FromSeconds(3),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldRetryAfterHeader = false,
        ShouldHandle = arguments => ValueTask.FromResult(IsTransient(arguments.Outcome)),
    };

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) =>
        HttpClientResiliencePredicates.IsTransient(outcome)
        && outcome.Exception is not HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }
        && (outcome.Result is not { } answer || !IsDemand(answer));

    private static bool IsDemand(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.TooManyRequests || answer.Headers.Contains("Retry-After") || RateLimitHeaders.Budget(answer.Headers) is { Remaining: <= 0 };
}
