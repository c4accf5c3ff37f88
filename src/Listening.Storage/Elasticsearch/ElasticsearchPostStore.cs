using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Posts;
using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>Posts in monthly indices. Within this process writes follow each other; beside other processes versions decide.</summary>
internal sealed partial class ElasticsearchPostStore(SearchReader posts, PostFinder finder, PostWriter writer, OldMonths months, ElasticsearchDeadLetters deadLetters) : IPostStore, IDisposable
{
    private const int PostsAtOnce = 1000;
    private const int AuthorsAtOnce = 500;

    private readonly PostSearch _search = new(posts);
    private readonly VolumeCounts _volume = new(posts);
    private readonly AuthorDays _days = new(posts);
    private readonly PostEdges _edges = new(posts);
    private readonly SemaphoreSlim _writing = new(1);

    public async Task<UpsertOutcome> UpsertAsync(IReadOnlyList<Post> posts, CancellationToken ct)
    {
        var outcome = UpsertOutcome.None;
        foreach (var chunk in EachOnce(posts).Chunk(PostsAtOnce))
        {
            await WritingAsync(async () => outcome = outcome.Plus(await writer.UpsertAsync(chunk, ct)), ct);
            await deadLetters.RemoveAsync(chunk.Where(post => post.IsDeleted), ct);
        }

        return outcome;
    }

    public async Task<IReadOnlyList<Post>> GetAsync(IReadOnlyCollection<string> postKeys, CancellationToken ct) =>
        [.. (await finder.FindAsync(postKeys, ct)).Select(stored => stored.Post)];

    public Task<PostResult> SearchAsync(PostQuery query, CancellationToken ct) => _search.PageAsync(query, ct);

    public Task<IReadOnlyList<VolumeCount>> VolumeAsync(string hashtag, IReadOnlyList<DateTimeOffset> edges, CancellationToken ct) =>
        _volume.VolumeAsync(hashtag, edges, ct);

    public Task<IReadOnlyList<AuthorDay>> AuthorDaysAsync(string hashtag, IReadOnlyList<DateTimeOffset> edges, CancellationToken ct) =>
        _days.ReadAsync(hashtag, edges, ct);

    public async Task<IReadOnlyList<Edge>> EdgesAsync(string hashtag, IReadOnlyList<DateTimeOffset> bounds, CancellationToken ct) =>
        await (await _edges.EdgesAsync(hashtag, bounds, ct)).SettleAsync(this, ct);

    public async Task<IReadOnlyList<ThreadAnswer>> ThreadsAsync(string hashtag, DateTimeOffset from, DateTimeOffset to, CancellationToken ct) =>
        await (await _edges.ThreadsAsync(hashtag, from, to, ct)).SettleAsync(this, ct);

    public async Task<IReadOnlyList<Author>> AuthorsAsync(IReadOnlyCollection<string> authorKeys, CancellationToken ct)
    {
        List<Author> authors = [];
        foreach (var keys in authorKeys.Distinct(StringComparer.Ordinal).Chunk(AuthorsAtOnce))
        {
            authors.AddRange(await NewestAsync(keys, null, ct));
        }

        return authors;
    }

    public async IAsyncEnumerable<Post> ReadAsync(string hashtag, DateTimeOffset? from, DateTimeOffset? to, bool tombstones, [EnumeratorCancellation] CancellationToken ct)
    {
        var query = Query.All(
            Query.Term("matched", hashtag),
            tombstones ? null : Query.Term("state", "live"),
            Query.Between("created_at", from, to));
        await foreach (var hit in posts.AllAsync(query, ["created_at", "post_key"], ct))
        {
            yield return PostDocument.Read(hit.GetProperty("_source"));
        }
    }

    public async IAsyncEnumerable<Post> AllAsync(PostCursor? after, [EnumeratorCancellation] CancellationToken ct)
    {
        var behind = after is null ? null : new JsonArray(after.CreatedAt.ToUnixTimeMilliseconds(), after.PostKey);
        await foreach (var hit in posts.AllAsync(Query.All(), ["created_at", "post_key"], ct, behind))
        {
            yield return PostDocument.Read(hit.GetProperty("_source"));
        }
    }

    public void Dispose() => _writing.Dispose();

    private static Post[] EachOnce(IReadOnlyList<Post> posts)
    {
        var merged = new OrderedDictionary<string, Post>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            merged[post.PostKey] = merged.TryGetValue(post.PostKey, out var copy) ? Post.Merge(copy, post) : post;
        }

        return [.. merged.Values];
    }

    // As their newest post shows them, of those that the filter lets through.
    private async Task<IEnumerable<Author>> NewestAsync(string[] authorKeys, JsonObject? filter, CancellationToken ct) =>
        SearchReader.Hits(await posts.AskAsync(NewestOfEach(authorKeys, filter), ct))
            .Select(hit => hit.GetProperty("_source").GetProperty("author").Deserialize<Author>(ListeningJson.Options)!);

    private static JsonObject NewestOfEach(string[] authorKeys, JsonObject? filter) => new()
    {
        ["size"] = authorKeys.Length,
        ["track_total_hits"] = false,
        ["query"] = Query.All(Query.Term("state", "live"), Query.Terms("author.key", authorKeys), filter?.DeepClone()),
        ["collapse"] = new JsonObject { ["field"] = "author.key" },
        ["sort"] = new JsonArray(new JsonObject { ["created_at"] = "desc" }, new JsonObject { ["post_key"] = "desc" }),
        ["_source"] = new JsonArray("author"),
    };

    private async Task WritingAsync(Func<Task> write, CancellationToken ct)
    {
        await _writing.WaitAsync(ct);
        try
        {
            await write();
        }
        finally
        {
            _writing.Release();
        }
    }
}
