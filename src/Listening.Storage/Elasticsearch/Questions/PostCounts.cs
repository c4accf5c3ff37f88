using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Posts;
using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>Who wrote how much in which interval. Exact: every pair of interval and author is read, in pages, and nothing is estimated.</summary>
internal sealed class PostCounts(SearchReader posts)
{
    private const int PageSize = 5000;

    public async Task<IReadOnlyList<VolumeCount>> VolumeAsync(string hashtag, IReadOnlyList<DateTimeOffset> edges, CancellationToken ct)
    {
        var counts = new (long Posts, long People)[edges.Count - 1];
        var perAuthor = new JsonObject { ["people"] = new JsonObject { ["filter"] = Query.Not(Query.Term("author.is_bot", true)) } };
        foreach (var run in IntervalRun.Of(edges))
        {
            await foreach (var bucket in BucketsAsync(hashtag, run, perAuthor, byKind: false, ct))
            {
                var key = bucket.GetProperty("key");
                ref var count = ref counts[run.IndexOf(key.GetProperty("at").GetInt64())];
                count.Posts += bucket.GetProperty("doc_count").GetInt64();
                var isPerson = key.GetProperty("author").ValueKind == JsonValueKind.String && bucket.GetProperty("people").GetProperty("doc_count").GetInt64() > 0;
                count.People += isPerson ? 1 : 0;
            }
        }

        return [.. counts.Select(count => new VolumeCount(count.Posts, count.People))];
    }

    public async Task<IReadOnlyList<AuthorDay>> AuthorDaysAsync(string hashtag, IReadOnlyList<DateTimeOffset> edges, CancellationToken ct)
    {
        var days = new Dictionary<(string Author, int Index), AuthorDay>();
        var perKind = new JsonObject { ["first"] = Of("min"), ["last"] = Of("max") };
        foreach (var run in IntervalRun.Of(edges))
        {
            await foreach (var bucket in BucketsAsync(hashtag, run, perKind, byKind: true, ct))
            {
                var key = bucket.GetProperty("key");
                if (key.GetProperty("author").GetString() is { } author)
                {
                    var index = run.IndexOf(key.GetProperty("at").GetInt64());
                    days[(author, index)] = Plus(days.GetValueOrDefault((author, index)), author, index, bucket);
                }
            }
        }

        return [.. days.Values];
    }

    private static JsonObject Of(string metric) => new() { [metric] = new JsonObject { ["field"] = "created_at" } };

    private static AuthorDay Plus(AuthorDay? day, string author, int index, JsonElement bucket)
    {
        var isRepost = bucket.GetProperty("key").GetProperty("kind").ValueEquals("repost");
        var count = bucket.GetProperty("doc_count").GetInt32();
        var (first, last) = (Instant(bucket, "first"), Instant(bucket, "last"));
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

    private static DateTimeOffset Instant(JsonElement bucket, string name) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)bucket.GetProperty(name).GetProperty("value").GetDouble());

    private async IAsyncEnumerable<JsonElement> BucketsAsync(
        string hashtag, IntervalRun run, JsonObject metrics, bool byKind, [EnumeratorCancellation] CancellationToken ct)
    {
        JsonNode? after = null;
        do
        {
            var composite = new JsonObject { ["size"] = PageSize, ["sources"] = Sources(run, byKind) };
            if (after is not null)
            {
                composite["after"] = after;
            }

            var answer = await posts.AskAsync(Body(hashtag, run, composite, metrics), ct);
            var pairs = answer.GetProperty("aggregations").GetProperty("pairs");
            foreach (var bucket in pairs.GetProperty("buckets").EnumerateArray())
            {
                yield return bucket;
            }

            after = pairs.TryGetProperty("after_key", out var next) ? JsonSerializer.SerializeToNode(next, ListeningJson.Options) : null;
        }
        while (after is not null);
    }

    private static JsonArray Sources(IntervalRun run, bool byKind)
    {
        JsonArray sources =
        [
            new JsonObject { ["at"] = run.Source() },
            new JsonObject { ["author"] = new JsonObject { ["terms"] = new JsonObject { ["field"] = "author.key", ["missing_bucket"] = true } } },
        ];
        if (byKind)
        {
            sources.Add(new JsonObject { ["kind"] = new JsonObject { ["terms"] = new JsonObject { ["field"] = "kind" } } });
        }

        return sources;
    }

    private static JsonObject Body(string hashtag, IntervalRun run, JsonObject composite, JsonObject metrics) => new()
    {
        ["size"] = 0,
        ["track_total_hits"] = false,
        ["query"] = Query.All(Query.Term("matched", hashtag), Query.Term("state", "live"), Query.Between("created_at", run.From, run.To)),
        ["aggs"] = new JsonObject { ["pairs"] = new JsonObject { ["composite"] = composite, ["aggs"] = metrics.DeepClone() } },
    };
}
