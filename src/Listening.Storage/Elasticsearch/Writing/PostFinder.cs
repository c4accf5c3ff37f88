using System.Text.Json.Nodes;

namespace Listening.Storage.Elasticsearch;

/// <summary>Finds stored posts in whichever month they lie. Sees everything that was written and refreshed.</summary>
internal sealed class PostFinder(SearchReader posts)
{
    private const int KeysAtOnce = 1000;

    // The time tells apart the two documents of a post that was written to two months at once.
    private static JsonArray ByKey() => ["post_key", "created_at"];

    public async Task<List<StoredPost>> FindAsync(JsonObject query, CancellationToken ct)
    {
        List<StoredPost> found = [];
        await foreach (var hit in posts.AllAsync(Query.All(query), ByKey(), ct))
        {
            found.Add(StoredPost.Of(hit));
        }

        return found;
    }

    public async Task<List<StoredPost>> FindAsync(IEnumerable<string> postKeys, CancellationToken ct)
    {
        List<StoredPost> found = [];
        foreach (var keys in postKeys.Distinct(StringComparer.Ordinal).Chunk(KeysAtOnce))
        {
            found.AddRange(await FindAsync(Query.Terms("post_key", keys), ct));
        }

        return found;
    }

    /// <summary>Index and id of what is found, at most 10,000.</summary>
    public async Task<List<(string Index, string Id)>> PlacesAsync(JsonObject query, CancellationToken ct)
    {
        var body = new JsonObject { ["size"] = 10_000, ["track_total_hits"] = false, ["_source"] = false, ["query"] = Query.All(query) };
        return [.. SearchReader.Hits(await posts.AskAsync(body, ct)).Select(hit => (hit.GetProperty("_index").GetString()!, hit.GetProperty("_id").GetString()!))];
    }
}
