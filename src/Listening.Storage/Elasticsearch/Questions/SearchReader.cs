using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>Searches one index alias. Every answer is whole: one that a shard or a time limit cut short counts as no answer.</summary>
internal sealed class SearchReader(ElasticsearchClient client, string alias)
{
    /// <summary>Hits of one request of <see cref="AllAsync"/>.</summary>
    public const int PageSize = 1000;

    // Each page goes through all that the query finds: the fewer the better, as long as an answer stays small and within what a node gathers.
    private const int BucketsAtOnce = 20_000;

    // Not the times as text, which nobody reads and which make up most of a page.
    private static readonly string[] PartsOfBuckets =
        [.. new[] { "after_key", "buckets.key", "buckets.doc_count" }.Select(part => $"aggregations.found.{part}")];

    /// <summary>The answer; with <paramref name="parts"/> no more of it than what stands at these paths.</summary>
    public async Task<JsonElement> AskAsync(JsonObject body, CancellationToken ct, params string[] parts)
    {
        var filter = parts.Length == 0 ? "" : $"&filter_path=timed_out,_shards.failed,{string.Join(',', parts)}";
        var path = $"{ElasticsearchRequest.Segment(alias)}/_search?allow_partial_search_results=false{filter}";
        var answer = await client.RequireAsync(ElasticsearchRequest.Post(path, body), ct);
        var shards = answer.GetProperty("_shards");
        if (answer.GetProperty("timed_out").GetBoolean() || shards.GetProperty("failed").GetInt32() > 0)
        {
            throw new StoreUnavailableException($"Elasticsearch at {client.Location} could only answer in part: wait until its shards are back, or look at its log.");
        }

        return answer;
    }

    public static JsonElement.ArrayEnumerator Hits(JsonElement answer) => answer.GetProperty("hits").GetProperty("hits").EnumerateArray();

    /// <summary>A time that a bucket's metric gives.</summary>
    public static DateTimeOffset Instant(JsonElement bucket, string metric) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)bucket.GetProperty(metric).GetProperty("value").GetDouble());

    /// <summary>Every hit, in pages, ordered by fields of which the last is unique; those behind a position where one is given.</summary>
    public async IAsyncEnumerable<JsonElement> AllAsync(JsonObject query, JsonArray sort, [EnumeratorCancellation] CancellationToken ct, JsonNode? after = null)
    {
        for (var isLast = false; !isLast;)
        {
            var body = new JsonObject
            {
                ["size"] = PageSize,
                ["track_total_hits"] = false,
                ["seq_no_primary_term"] = true,
                ["query"] = query.DeepClone(),
                ["sort"] = sort.DeepClone(),
                ["_source"] = new JsonObject { ["excludes"] = new JsonArray(PostDocument.FoldedField) },
            };
            if (after is not null)
            {
                body["search_after"] = after;
            }

            var read = 0;
            foreach (var hit in Hits(await AskAsync(body, ct)))
            {
                read++;
                after = JsonSerializer.SerializeToNode(hit.GetProperty("sort"));
                yield return hit;
            }

            isLast = read < PageSize;
        }
    }

    /// <summary>Fields whose values a bucket combines, by the names that its key has for them.</summary>
    public static JsonArray Sources(params IEnumerable<(string Name, string Field)> sources) => [.. sources.Select(source => Query.Source(source.Name, Query.Values(source.Field)))];

    /// <summary>
    /// Every combination of the sources' values that a match has, in pages: exact, and in memory that does not grow with the answer.
    /// </summary>
    public async IAsyncEnumerable<JsonElement> BucketsAsync(JsonObject query, JsonArray sources, [EnumeratorCancellation] CancellationToken ct)
    {
        JsonNode? after = null;
        for (var isLast = false; !isLast;)
        {
            var composite = new JsonObject { ["size"] = BucketsAtOnce, ["sources"] = sources.DeepClone() };
            if (after is not null)
            {
                composite["after"] = after;
            }

            var answer = await AskAsync(
                new JsonObject
                {
                    ["size"] = 0,
                    ["track_total_hits"] = false,
                    ["query"] = query.DeepClone(),
                    ["aggs"] = new JsonObject { ["found"] = new JsonObject { ["composite"] = composite } },
                },
                ct,
                PartsOfBuckets);
            if (!answer.TryGetProperty("aggregations", out var aggregations))
            {
                yield break; // an answer without buckets is left out whole
            }

            var found = aggregations.GetProperty("found");
            foreach (var bucket in found.GetProperty("buckets").EnumerateArray())
            {
                yield return bucket;
            }

            // A page that is not full is the last.
            isLast = found.GetProperty("buckets").GetArrayLength() < BucketsAtOnce;
            after = isLast ? null : JsonSerializer.SerializeToNode(found.GetProperty("after_key"));
        }
    }
}
