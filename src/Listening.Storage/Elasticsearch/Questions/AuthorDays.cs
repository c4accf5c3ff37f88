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
        if (day is null)
        {
            return new(author, index, isRepost ? 0 : count, isRepost ? count : 0, at, at);
        }

        // Times are those of own words where there are any.
        if (isRepost ? day.Posts > 0 : day.Posts == 0)
        {
            return isRepost ? day with { Reposts = day.Reposts + count } : day with { Posts = count, FirstAt = at, LastAt = at };
        }

        return day with
        {
            Posts = day.Posts + (isRepost ? 0 : count),
            Reposts = day.Reposts + (isRepost ? count : 0),
            FirstAt = at < day.FirstAt ? at : day.FirstAt,
            LastAt = at > day.LastAt ? at : day.LastAt,
        };
    }
}
