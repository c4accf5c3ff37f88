using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>Who turned to whom, and who answered what. Exact: every pair is read, in pages, with each of its times.</summary>
internal sealed class PostEdges(SearchReader posts)
{
    private static readonly (EdgeKind Kind, string Field)[] References = [(EdgeKind.Reply, "reply_to"), (EdgeKind.Quote, "quote_of"), (EdgeKind.Repost, "repost_of")];

    public async Task<GatheredEdges> EdgesAsync(string hashtag, IReadOnlyList<DateTimeOffset> bounds, CancellationToken ct)
    {
        var intervals = new Intervals(bounds);
        var gathered = new GatheredEdges();
        var live = Query.Live(hashtag, bounds[0], bounds[^1]);
        await AddAsync(EdgeKind.Mention, "mentions", Query.All(live.DeepClone(), IsOwn()), byPost: false);
        foreach (var (kind, field) in References)
        {
            var (author, post) = ($"{field}.author_key", $"{field}.post_key");
            var own = kind == EdgeKind.Repost ? null : IsOwn();
            await AddAsync(kind, author, Query.All(live.DeepClone(), own?.DeepClone(), Query.Exists(author)), byPost: false);
            await AddAsync(kind, post, Query.All(live.DeepClone(), own, Query.Exists(post), Query.Not(Query.Exists(author))), byPost: true);
        }

        return gathered;

        async Task AddAsync(EdgeKind kind, string field, JsonObject query, bool byPost)
        {
            await foreach (var bucket in posts.BucketsAsync(query, SearchReader.Sources(("at", "created_at"), ("author", "author.key"), ("to", field)), ct))
            {
                var (at, to) = (At(bucket), Text(bucket, "to")!);
                gathered.Add(Text(bucket, "author")!, byPost ? null : to, byPost ? to : null, kind, intervals.IndexOf(at.ToUnixTimeMilliseconds()), at);
            }
        }
    }

    public async Task<GatheredAnswers> ThreadsAsync(string hashtag, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var gathered = new GatheredAnswers();
        JsonArray sources =
        [
            Query.Source("at", Query.Values("created_at")),
            Query.Source("post", Query.Values("reply_to.post_key")),
            Query.Source("of", Query.Values("reply_to.author_key", missing: true)),
            Query.Source("author", Query.Values("author.key")),
        ];
        var query = Query.All(Query.Live(hashtag, from, to), IsOwn(), Query.Exists("reply_to.post_key"));
        await foreach (var bucket in posts.BucketsAsync(query, sources, ct))
        {
            gathered.Add(Text(bucket, "post")!, Text(bucket, "of"), Text(bucket, "author")!, At(bucket));
        }

        return gathered;
    }

    private static JsonObject IsOwn() => Query.Not(Query.Term("kind", "repost"));

    private static DateTimeOffset At(JsonElement bucket) => DateTimeOffset.FromUnixTimeMilliseconds(bucket.GetProperty("key").GetProperty("at").GetInt64());

    private static string? Text(JsonElement bucket, string source) => bucket.GetProperty("key").GetProperty(source).GetString();
}
