using System.Net;
using System.Net.Http.Headers;
using Listening.Tracking;

namespace Listening.Connectors.Http;

/// <summary>One answer, read to its end.</summary>
/// <param name="Host">Who answered, as in <see cref="HostName"/>.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="MediaType">In lower case, without parameters; null where the host does not say.</param>
/// <param name="Body">The bytes, decompressed.</param>
/// <param name="RequestedAt">When the request was sent.</param>
/// <param name="HasRetryAfter">Whether it carries <c>Retry-After</c> at all.</param>
/// <param name="Demand">Until when its <c>Retry-After</c> asks us to wait; null where there is none, or it is over.</param>
/// <param name="Reset">When the host's window of requests starts anew (<c>X-RateLimit-Reset</c>); null where it does not say, or it has.</param>
/// <param name="Budget">What it says it still allows.</param>
internal sealed record HttpAnswer(
    string Host,
    HttpStatusCode Status,
    string? MediaType,
    ReadOnlyMemory<byte> Body,
    DateTimeOffset RequestedAt,
    bool HasRetryAfter,
    DateTimeOffset? Demand,
    DateTimeOffset? Reset,
    HostBudget? Budget)
{
    /// <summary>The host's clock, cut to the second; null where it does not say.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Whether it was asked for with a token.</summary>
    public bool WithToken { get; init; }

    public bool IsHtml => MediaType is "text/html" or "application/xhtml+xml" || (MediaType is not "application/json" && FirstByte == '<');

    public bool IsEmpty => FirstByte is null;

    private byte? FirstByte
    {
        get
        {
            var text = Body.Span.TrimStart("\uFEFF \t\r\n"u8);
            return text.IsEmpty ? null : text[0];
        }
    }

    /// <summary>Asks once, through the pipeline; a token goes to that origin only, because no other is ever followed.</summary>
    /// <exception cref="Polling.PlatformException">There is no answer.</exception>
    public static async Task<HttpAnswer> GetAsync(HttpClient client, Uri address, TimeProvider time, CancellationToken ct, string? token = null)
    {
        var requestedAt = time.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        var now = time.GetUtcNow();
        return new HttpAnswer(
            HostName.Of(address)!,
            response.StatusCode,
            response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant(),
            await response.Content.ReadAsByteArrayAsync(ct),
            requestedAt,
            response.Headers.Contains("Retry-After"),
            RateLimitHeaders.RetryAfter(response.Headers, now),
            RateLimitHeaders.Reset(response.Headers) is { } reset && reset > now ? reset : null,
            RateLimitHeaders.Budget(response.Headers))
        {
            Date = response.Headers.Date,
            WithToken = token is not null,
        };
    }
}
