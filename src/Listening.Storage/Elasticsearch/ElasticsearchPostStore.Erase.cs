using System.Text.Json.Nodes;
using Listening.Posts;

namespace Listening.Storage.Elasticsearch;

internal sealed partial class ElasticsearchPostStore
{
    public async Task DeleteAsync(IReadOnlyCollection<string> postKeys, CancellationToken ct)
    {
        foreach (var keys in postKeys.Chunk(PostsAtOnce))
        {
            await WritingAsync(() => writer.ChangeAsync(() => TombstonesAsync(keys, ct), ct), ct);
        }

        await deadLetters.EraseAsync(post => postKeys.Contains(post.PostKey), ct);
    }

    public async Task EraseHashtagAsync(string hashtag, CancellationToken ct)
    {
        await WritingAsync(() => writer.ChangeAsync(() => ErasuresAsync(hashtag, ct), ct), ct);
        await deadLetters.EraseAsync(post => post.Matched.All(matched => matched == hashtag), ct);
    }

    public async Task<long> EraseAuthorsAsync(IReadOnlyCollection<string> authorKeys, CancellationToken ct)
    {
        HashSet<string> erased = new(StringComparer.Ordinal);
        foreach (var authors in authorKeys.Chunk(AuthorsAtOnce))
        {
            await WritingAsync(() => writer.ChangeAsync(() => FoundAsync(Query.Terms("author.key", authors), erased, ct), ct), ct);
        }

        await deadLetters.EraseAsync(post => authorKeys.Contains(post.Author?.Key), ct);
        return erased.Count;
    }

    public async Task<long> ExpireAsync(DateTimeOffset before, CancellationToken ct)
    {
        var dropped = await months.DropAsync(before, ct);
        HashSet<string> expired = new(StringComparer.Ordinal);
        await WritingAsync(() => writer.ChangeAsync(() => FoundAsync(Query.Between("created_at", null, before)!, expired, ct), ct), ct);
        return dropped + expired.Count;
    }

    private async Task<List<BulkAction>> TombstonesAsync(string[] keys, CancellationToken ct) =>
        [.. (await finder.FindAsync(keys, ct)).Where(stored => !stored.Post.IsDeleted).Select(stored => Replace(stored, stored.Post.ToTombstone()))];

    private async Task<List<BulkAction>> ErasuresAsync(string hashtag, CancellationToken ct) =>
        [.. (await SomeAsync(Query.Term("matched", hashtag), ct)).Select(stored => stored.Post.Matched.Count == 1 ? Delete(stored) : Replace(stored, Without(stored.Post, hashtag)))];

    private async Task<List<BulkAction>> FoundAsync(JsonObject query, HashSet<string> erased, CancellationToken ct)
    {
        var found = await SomeAsync(query, ct);
        erased.UnionWith(found.Select(stored => stored.Post.PostKey));
        return [.. found.Select(Delete)];
    }

    private async Task<List<StoredPost>> SomeAsync(JsonObject query, CancellationToken ct)
    {
        var page = await posts.AskAsync(
            new JsonObject
            {
                ["size"] = PostsAtOnce,
                ["track_total_hits"] = false,
                ["seq_no_primary_term"] = true,
                ["query"] = Query.All(query),
            },
            ct);
        return [.. SearchReader.Hits(page).Select(StoredPost.Of)];
    }

    private static BulkAction Delete(StoredPost stored) => BulkAction.Delete(stored.Index, PostDocument.IdOf(stored.Post), stored.Version);

    private static Post Without(Post post, string hashtag)
    {
        var left = post.Matched.Zip(post.MatchedVia).Where(pair => pair.First != hashtag).ToList();
        return post with { Matched = [.. left.Select(pair => pair.First)], MatchedVia = [.. left.Select(pair => pair.Second)] };
    }

    private static BulkAction Replace(StoredPost stored, Post post) =>
        BulkAction.Replace(stored.Index, PostDocument.IdOf(post), json => PostDocument.Write(json, post), stored.Version);
}
