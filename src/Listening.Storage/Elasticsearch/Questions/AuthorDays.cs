using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>
/// Who wrote how much in which interval. Exact: every time, author and kind is read, in pages, and nothing is estimated. Times are read as
/// they are and not as the first and last of an interval, which costs a node more than the few buckets that it saves.
/// </summary>
internal sealed class AuthorDays(SearchReader posts)
{
    public async Task<IReadOnlyList<AuthorDay>> ReadAsync(string hashtag, IReadOnlyList<DateTimeOffset> edges, CancellationToken ct)
    {
        var intervals = new Intervals(edges);
        var days = new Dictionary<(string Author, int Index), AuthorDay>();
        var sources = SearchReader.Sources(("at", "created_at"), ("author", "author.key"), ("kind", "kind"));
        await foreach (var bucket in posts.BucketsAsync(Query.Live(hashtag, edges[0], edges[^1]), sources, ct))
        {
            var key = bucket.GetProperty("key");
            var (author, at) = (key.GetProperty("author").GetString()!, key.GetProperty("at").GetInt64());
            var index = intervals.IndexOf(at);
            days[(author, index)] = Plus(
                days.GetValueOrDefault((author, index)), author, index, key.GetProperty("kind").ValueEquals("repost"), bucket.GetProperty("doc_count").GetInt32(), DateTimeOffset.FromUnixTimeMilliseconds(at));
        }

        return [.. days.Values];
    }

    private static AuthorDay Plus(AuthorDay? day, string author, int index, bool isRepost, int count, DateTimeOffset at)
    {
        var known = day ?? new(author, index, Posts: 0, Reposts: 0, at, at);
        var counted = isRepost ? known with { Reposts = known.Reposts + count } : known with { Posts = known.Posts + count };

        // Times are those of own words where there are any.
        return (isRepost, known.Posts) switch
        {
            (true, > 0) => counted,
            (false, 0) => counted with { FirstAt = at, LastAt = at },
            _ => counted with { FirstAt = at < known.FirstAt ? at : known.FirstAt, LastAt = at > known.LastAt ? at : known.LastAt },
        };
    }
}
