using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>
/// Posts and distinct people of intervals. Exact, in one of three ways for each interval: where all its posts lie in one index (which is one
/// shard), the shard sets one post of each person aside and says how many these are, which takes no names and hardly any answer; where
/// months meet, the node gathers the people of all shards; and where they may be more than it gathers for one question, each is read.
/// </summary>
/// <param name="posts">Where they lie.</param>
/// <param name="placesAtOnce">For each interval of a question a shard keeps as many places as there may be people in any of them: at most so many together.</param>
/// <param name="peopleAtOnce">Below what a node gathers for one question (<c>search.max_buckets</c>), intervals included. There are never more people than posts.</param>
internal sealed class VolumeCounts(SearchReader posts, long placesAtOnce = 1_000_000, long peopleAtOnce = 60_000)
{
    private const int MostIndices = 10_000;
    private const int MostRanges = 500;

    private sealed record Interval(int Index, long Posts, bool IsInOneIndex);

    public async Task<IReadOnlyList<VolumeCount>> VolumeAsync(string hashtag, IReadOnlyList<DateTimeOffset> edges, CancellationToken ct)
    {
        var (counts, people) = (new long[edges.Count - 1], new long[edges.Count - 1]);
        foreach (var run in IntervalRun.Of(edges))
        {
            var known = await CountPostsAsync(hashtag, run, ct);
            known.ForEach(interval => counts[interval.Index] = interval.Posts);
            foreach (var part in Parts(known.Where(interval => interval.IsInOneIndex), placesAtOnce, (intervals, most, _) => intervals * most))
            {
                var within = Query.Between("created_at", run.StartOf(part[0].Index), run.StartOf(part[^1].Index + 1))!;
                await CountAsync(People(hashtag, run, within), run, part, "set_aside", SetAside(part.Max(interval => interval.Posts)), "doc_count", people, ct);
            }

            var across = known.Where(interval => !interval.IsInOneIndex).ToLookup(interval => interval.Posts < peopleAtOnce);
            foreach (var part in Parts(across[true], peopleAtOnce, (intervals, _, all) => intervals > MostRanges ? long.MaxValue : intervals + all))
            {
                var within = Query.Any(part.Select(interval => Within(run, interval)));
                await CountAsync(People(hashtag, run, within), run, part, "people", Gathered(), "count", people, ct);
            }

            foreach (var interval in across[false])
            {
                people[interval.Index] = await CountEachAsync(hashtag, run, interval, ct);
            }
        }

        return [.. counts.Zip(people, (all, distinct) => new VolumeCount(all, distinct))];
    }

    private async Task<List<Interval>> CountPostsAsync(string hashtag, IntervalRun run, CancellationToken ct)
    {
        var answer = await posts.AskAsync(
            Body(Query.Live(hashtag, run.From, run.To), new()
            {
                ["at"] = run.Histogram(),
                ["index"] = new JsonObject
                {
                    ["terms"] = new JsonObject { ["field"] = "_index", ["size"] = MostIndices },
                    ["aggs"] = new JsonObject { ["first"] = Query.Metric("min", "created_at"), ["last"] = Query.Metric("max", "created_at") },
                },
            }),
            ct);
        var aggregations = answer.GetProperty("aggregations");
        var indices = Buckets(aggregations, "index").Select(index => (First: run.IndexOf(SearchReader.Instant(index, "first")), Last: run.IndexOf(SearchReader.Instant(index, "last")))).ToArray();
        return [.. Buckets(aggregations, "at").Select(bucket => (Index: run.IndexOf(bucket.GetProperty("key").GetInt64()), Posts: bucket.GetProperty("doc_count").GetInt64()))
            .Select(counted => new Interval(counted.Index, counted.Posts, indices.Count(index => index.First <= counted.Index && counted.Index <= index.Last) == 1))];
    }

    // The query may find intervals that are not asked for.
    private async Task CountAsync(
        JsonObject query, IntervalRun run, IReadOnlyList<Interval> part, string name, JsonObject aggregations, string value, long[] people, CancellationToken ct)
    {
        var histogram = run.Histogram();
        histogram["aggs"] = aggregations;
        var answer = await posts.AskAsync(Body(query, new() { ["at"] = histogram }), ct, "aggregations.at.buckets.key", $"aggregations.at.buckets.{name}.{value}");
        if (!answer.TryGetProperty("aggregations", out var found))
        {
            return; // nobody but bots
        }

        var asked = part.Select(interval => interval.Index).ToHashSet();
        foreach (var (index, bucket) in Buckets(found, "at").Select(bucket => (run.IndexOf(bucket.GetProperty("key").GetInt64()), bucket)).Where(pair => asked.Contains(pair.Item1)))
        {
            people[index] = bucket.GetProperty(name).GetProperty(value).GetInt64();
        }
    }

    private ValueTask<long> CountEachAsync(string hashtag, IntervalRun run, Interval interval, CancellationToken ct) =>
        posts.BucketsAsync(People(hashtag, run, Within(run, interval)), SearchReader.Sources(("author", "author.key")), ct).LongCountAsync(ct);

    private static JsonObject Within(IntervalRun run, Interval interval) =>
        Query.Between("created_at", run.StartOf(interval.Index), run.StartOf(interval.Index + 1))!;

    private static JsonObject Body(JsonObject query, JsonObject aggregations) =>
        new() { ["size"] = 0, ["track_total_hits"] = false, ["query"] = query, ["aggs"] = aggregations };

    private static JsonObject People(string hashtag, IntervalRun run, JsonObject within) =>
        Query.All(Query.Live(hashtag, run.From, run.To), within, Query.Exists("author.key"), Query.Not(Query.Term("author.is_bot", true)));

    // It insists on an aggregation within.
    private static JsonObject SetAside(long places) => new()
    {
        ["set_aside"] = new JsonObject
        {
            ["diversified_sampler"] = new JsonObject
            {
                ["field"] = "author.key",
                ["max_docs_per_value"] = 1,
                ["shard_size"] = Math.Min(places, int.MaxValue),
                ["execution_hint"] = "global_ordinals",
            },
            ["aggs"] = new JsonObject { ["last"] = Query.Metric("max", "created_at") },
        },
    };

    private JsonObject Gathered() => new()
    {
        ["authors"] = new JsonObject { ["terms"] = new JsonObject { ["field"] = "author.key", ["size"] = peopleAtOnce } },
        ["people"] = new JsonObject { ["stats_bucket"] = new JsonObject { ["buckets_path"] = "authors._count" } },
    };

    // As many intervals at once as cost no more than may be; one alone may cost anything.
    private static IEnumerable<IReadOnlyList<Interval>> Parts(IEnumerable<Interval> intervals, long mostCost, Func<long, long, long, long> costOf)
    {
        List<Interval> part = [];
        var (most, all) = (0L, 0L);
        foreach (var interval in intervals)
        {
            if (part.Count > 0 && costOf(part.Count + 1, Math.Max(most, interval.Posts), all + interval.Posts) > mostCost)
            {
                yield return part;
                (part, most, all) = ([], 0, 0);
            }

            part.Add(interval);
            (most, all) = (Math.Max(most, interval.Posts), all + interval.Posts);
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    private static JsonElement.ArrayEnumerator Buckets(JsonElement aggregations, string name) => aggregations.GetProperty(name).GetProperty("buckets").EnumerateArray();
}
