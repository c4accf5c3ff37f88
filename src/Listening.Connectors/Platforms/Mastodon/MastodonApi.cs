using Listening.Connectors.Http;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>The requests we make, built by us: the Link header of a tag timeline loses parameters (platform page, 5.3).</summary>
internal sealed class MastodonApi(IHttpClientFactory clients, TimeProvider time)
{
    private const int PageSize = 40;

    /// <summary>
    /// One page of a hashtag's timeline, newest first: directly after <paramref name="minId"/>, directly before <paramref name="maxId"/>,
    /// or from the top.
    /// </summary>
    public Task<HttpAnswer> TagTimelineAsync(PlatformHost host, string hashtag, string? minId, string? maxId, CancellationToken ct)
    {
        var query = FormattableString.Invariant($"?limit={PageSize}")
            + (minId is null ? "" : $"&min_id={Uri.EscapeDataString(minId)}")
            + (maxId is null ? "" : $"&max_id={Uri.EscapeDataString(maxId)}");
        var address = new Uri(host.Origin, $"/api/v1/timelines/tag/{Uri.EscapeDataString(hashtag)}{query}");
        return HttpAnswer.GetAsync(clients.CreateClient(MastodonNames.Platform), address, time, ct);
    }

    /// <summary>What a host says of itself; servers before 4.0 do not know this address.</summary>
    public Task<HttpAnswer> InstanceAsync(PlatformHost host, CancellationToken ct) =>
        HttpAnswer.GetAsync(clients.CreateClient(MastodonNames.Platform), new Uri(host.Origin, "/api/v2/instance"), time, ct);
}
