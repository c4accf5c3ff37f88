using Listening.Posts;
using Microsoft.Extensions.Options;

namespace Listening.Stores;

/// <summary>
/// The posts of a store that are not older than <see cref="RetentionOptions.Posts"/> allows: what is due to expire is in no answer, whether
/// or not it was taken away yet.
/// </summary>
public sealed class KeptPosts(IPostStore stored, IOptions<RetentionOptions> retention, TimeProvider time) : IPostStore
{
    private DateTimeOffset? KeptFrom => retention.Value.KeptFrom(time.GetUtcNow());

    public Task<UpsertOutcome> UpsertAsync(IReadOnlyList<Post> posts, CancellationToken ct) => stored.UpsertAsync(posts, ct);

    public Task DeleteAsync(IReadOnlyCollection<string> postKeys, CancellationToken ct) => stored.DeleteAsync(postKeys, ct);

    public async Task<IReadOnlyList<Post>> GetAsync(IReadOnlyCollection<string> postKeys, CancellationToken ct)
    {
        var posts = await stored.GetAsync(postKeys, ct);
        return KeptFrom is { } from ? [.. posts.Where(post => post.CreatedAt >= from)] : posts;
    }

    public Task<PostResult> SearchAsync(PostQuery query, CancellationToken ct) => stored.SearchAsync(query with { From = Later(query.From) }, ct);

    public Task<IReadOnlyList<VolumeCount>> VolumeAsync(string hashtag, IReadOnlyList<DateTimeOffset> edges, CancellationToken ct) =>
        stored.VolumeAsync(hashtag, Later(edges), ct);

    public Task<IReadOnlyList<AuthorDay>> AuthorDaysAsync(string hashtag, IReadOnlyList<DateTimeOffset> edges, CancellationToken ct) =>
        stored.AuthorDaysAsync(hashtag, Later(edges), ct);

    public Task<IReadOnlyList<Edge>> EdgesAsync(string hashtag, IReadOnlyList<DateTimeOffset> bounds, CancellationToken ct) =>
        stored.EdgesAsync(hashtag, Later(bounds), ct);

    public Task<IReadOnlyList<ThreadAnswer>> ThreadsAsync(string hashtag, DateTimeOffset from, DateTimeOffset to, CancellationToken ct) =>
        stored.ThreadsAsync(hashtag, Later((DateTimeOffset?)from)!.Value, to, ct);

    public Task<IReadOnlyList<Author>> AuthorsAsync(IReadOnlyCollection<string> authorKeys, CancellationToken ct) => stored.AuthorsAsync(authorKeys, ct);

    public Task<IReadOnlyList<Author>> AuthorsNamedAsync(IReadOnlyCollection<string> handles, CancellationToken ct) => stored.AuthorsNamedAsync(handles, ct);

    public IAsyncEnumerable<Post> ReadAsync(string hashtag, DateTimeOffset? from, DateTimeOffset? to, bool tombstones, CancellationToken ct) =>
        stored.ReadAsync(hashtag, Later(from), to, tombstones, ct);

    public IAsyncEnumerable<Post> AllAsync(PostCursor? after, CancellationToken ct)
    {
        var begin = KeptFrom is { } kept && !(after?.CreatedAt >= kept) ? new PostCursor(kept, "") : after;
        return stored.AllAsync(begin, ct);
    }

    public Task<IReadOnlyList<SeenPost>> SeenByIdAsync(string platform, string host, string? fromId, string? toId, CancellationToken ct) =>
        stored.SeenByIdAsync(platform, host, fromId, toId, ct);

    public Task<IReadOnlyList<SeenPost>> SeenByTimeAsync(string platform, string host, DateTimeOffset from, DateTimeOffset to, CancellationToken ct) =>
        stored.SeenByTimeAsync(platform, host, from, to, ct);

    public IAsyncEnumerable<Post> ReadByAuthorAsync(string authorKey, CancellationToken ct) => stored.ReadByAuthorAsync(authorKey, ct);

    public Task<long> EraseAuthorsAsync(IReadOnlyCollection<string> authorKeys, CancellationToken ct) => stored.EraseAuthorsAsync(authorKeys, ct);

    public Task<long> ExpireAsync(DateTimeOffset before, CancellationToken ct) => stored.ExpireAsync(before, ct);

    public Task EraseHashtagAsync(string hashtag, CancellationToken ct) => stored.EraseHashtagAsync(hashtag, ct);

    private DateTimeOffset? Later(DateTimeOffset? from) => KeptFrom is { } kept && !(from >= kept) ? kept : from;

    private IReadOnlyList<DateTimeOffset> Later(IReadOnlyList<DateTimeOffset> edges) =>
        KeptFrom is { } kept && edges[0] < kept ? [.. edges.Select(edge => edge < kept ? kept : edge)] : edges;
}
