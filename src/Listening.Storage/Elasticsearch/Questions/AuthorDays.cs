using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>Who wrote how much in which interval. Exact: every pair of interval and author is read, in pages, and nothing is estimated.</summary>
internal sealed class AuthorDays(SearchReader posts)
{
    public async Task<IReadOnlyList<AuthorDay>> ReadAsync(string hashtag, IReadOnlyList<DateTimeOffset> edges, CancellationToken ct)
    {
        var days = new Dictionary<(string Author, int Index), AuthorDay>();
        var perKind = new JsonObject { ["first"] = Query.Metric("min", "created_at"), ["last"] = Query.Metric("max", "created_at") };
        foreach (var run in IntervalRun.Of(edges))
        {
            JsonArray sources = [Query.Source("at", run.Source()), Query.Source("author", Query.Values("author.key")), Query.Source("kind", Query.Values("kind"))];
            await foreach (var bucket in posts.BucketsAsync(Query.Live(hashtag, run.From, run.To), sources, perKind, ct))
            {
                var key = bucket.GetProperty("key");
                var (author, index) = (key.GetProperty("author").GetString()!, run.IndexOf(key.GetProperty("at").GetInt64()));
                days[(author, index)] = Plus(days.GetValueOrDefault((author, index)), author, index, bucket);
            }
        }

        return [.. days.Values];
    }

    private static AuthorDay Plus(AuthorDay? day, string author, int index, JsonElement bucket)
    {
        var isRepost = bucket.GetProperty("key").GetProperty("kind").ValueEquals("repost");
        var count = bucket.GetProperty("doc_count").GetInt32();
        var (first, last) = (SearchReader.Instant(bucket, "first"), SearchReader.Instant(bucket, "last"));
        if (day is null)
        {
            return new(author, index, isRepost ? 0 : count, isRepost ? count : 0, first, last);
        }

        if (isRepost)
        {
            return day with { Reposts = day.Reposts + count };
        }

        // Times are those of own words where there are any.
        return day.Posts == 0
            ? day with { Posts = count, FirstAt = first, LastAt = last }
            : day with { Posts = day.Posts + count, FirstAt = first < day.FirstAt ? first : day.FirstAt, LastAt = last > day.LastAt ? last : day.LastAt };
    }
}
