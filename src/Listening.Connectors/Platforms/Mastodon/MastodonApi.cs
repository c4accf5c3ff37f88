using Listening.Connectors.Http;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>The requests we make, built by us: the Link header of a tag timeline loses parameters (platform page, 5.3).</summary>
internal sealed class MastodonApi(IHttpClientFactory clients, MastodonTokens tokens, TimeProvider time)
{
    /// <summary>More in one question are refused.</summary>
    public const int StatusesAtOnce = 20;

    private const int PageSize = 40;

    /// <summary>
    /// One page of a hashtag's timeline, newest first: directly after <paramref name="minId"/>, directly before <paramref name="maxId"/>,
    /// or from the top.
    /// </summary>
    public Task<HttpAnswer> TagTimelineAsync(PlatformHost host, string hashtag, MastodonFeed feed, string? minId, string? maxId, CancellationToken ct)
    {
        var query = FormattableString.Invariant($"?limit={PageSize}")
            + (feed == MastodonFeed.Local ? "&local=true" : feed == MastodonFeed.Remote ? "&remote=true" : "")
            + (minId is null ? "" : $"&min_id={Uri.EscapeDataString(minId)}")
            + (maxId is null ? "" : $"&max_id={Uri.EscapeDataString(maxId)}");
        return GetAsync(host, $"/api/v1/timelines/tag/{Uri.EscapeDataString(hashtag)}{query}", ct);
    }

    /// <summary>Posts by id, at most <see cref="StatusesAtOnce"/>; those that are not there are left out (platform page, 6; 4.3 and later).</summary>
    public Task<HttpAnswer> StatusesAsync(PlatformHost host, IEnumerable<string> ids, CancellationToken ct) =>
        GetAsync(host, $"/api/v1/statuses?{string.Join('&', ids.Select(id => $"id[]={Uri.EscapeDataString(id)}"))}", ct);

    public Task<HttpAnswer> StatusAsync(PlatformHost host, string id, CancellationToken ct) => GetAsync(host, $"/api/v1/statuses/{Uri.EscapeDataString(id)}", ct);

    /// <summary>What a host says of itself; servers before 4.0 do not know this address.</summary>
    public Task<HttpAnswer> InstanceAsync(PlatformHost host, CancellationToken ct) => GetAsync(host, "/api/v2/instance", ct);

    /// <summary>How much a hashtag was used in the last seven days.</summary>
    public Task<HttpAnswer> TagAsync(PlatformHost host, string hashtag, CancellationToken ct) => GetAsync(host, $"/api/v1/tags/{Uri.EscapeDataString(hashtag)}", ct);

    private Task<HttpAnswer> GetAsync(PlatformHost host, string path, CancellationToken ct) =>
        HttpAnswer.GetAsync(clients.CreateClient(MastodonNames.Platform), new Uri(host.Origin, path), time, ct, tokens.Of(host));
}
