using System.Runtime.CompilerServices;
using Listening.Posts;
using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>Posts by where they were read, and by whom they are.</summary>
internal sealed partial class ElasticsearchPostStore
{
    public async Task<IReadOnlyList<SeenPost>> SeenByIdAsync(string platform, string host, string? fromId, string? toId, CancellationToken ct)
    {
        var range = Query.Between(
            PostDocument.SeenOrderField, PostDocument.InOrder(platform, host, fromId), PostDocument.InOrder(platform, host, toId, atEnd: true));
        var order = Comparer<string>.Create((a, b) => a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(a, b));
        return [.. (await finder.FindAsync(Query.All(Query.IsListed(), range), ct)).Select(stored => Seen(stored.Post, host)).OrderBy(seen => seen.NativeId, order)];
    }

    public async Task<IReadOnlyList<SeenPost>> SeenByTimeAsync(string platform, string host, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var query = Query.All(
            Query.IsListed(), Query.Term("platform", platform), Query.Term("seen_via.host", host), Query.Between("created_at", from, to));
        return [.. (await finder.FindAsync(query, ct)).Select(stored => Seen(stored.Post, host))];
    }

    public async Task<IReadOnlyList<Author>> AuthorsNamedAsync(IReadOnlyCollection<string> handles, CancellationToken ct)
    {
        var wanted = handles.Select(AuthorKey.Fold).ToHashSet(StringComparer.Ordinal);
        List<string> named = [];
        foreach (var some in handles.Chunk(AuthorsAtOnce))
        {
            var with = Query.Terms("author.handle", some);
            List<string> keys = [];
            await foreach (var bucket in posts.BucketsAsync(Query.All(Query.IsListed(), with), SearchReader.Sources(("key", "author.key")), ct))
            {
                keys.Add(bucket.GetProperty("key").GetProperty("key").GetString()!);
            }

            // The index takes accents off, which make two people of one handle.
            foreach (var chunk in keys.Chunk(AuthorsAtOnce))
            {
                named.AddRange((await NewestAsync(chunk, with, ct)).Where(author => wanted.Contains(AuthorKey.Fold(author.Handle ?? ""))).Select(author => author.Key));
            }
        }

        return await AuthorsAsync(named, ct);
    }

    public async IAsyncEnumerable<Post> ReadByAuthorAsync(string authorKey, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var hit in posts.AllAsync(Query.All(Query.Term("state", "live"), Query.Term("author.key", authorKey)), ["created_at", "post_key"], ct))
        {
            yield return PostDocument.Read(hit.GetProperty("_source"));
        }
    }

    private static SeenPost Seen(Post post, string host) => new(post.PostKey, post.SeenVia.First(via => via.Host == host).NativeId, post.Matched);
}
