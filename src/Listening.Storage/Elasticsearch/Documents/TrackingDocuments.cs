using System.Text.Json.Nodes;
using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>
/// Reads and writes documents of the tracking index. Reading by key sees every write at once; so do lists, because each write is
/// refreshed, which is cheap in a small index.
/// </summary>
internal sealed class TrackingDocuments(ElasticsearchClient client, TrackingIndex index, TimeProvider time)
{
    private const int Tries = 20;
    private readonly SearchReader _reader = new(client, index.Alias);

    /// <summary>All of a kind, ordered by <paramref name="sort"/>, then key.</summary>
    public async Task<List<TrackingDocument>> ListAsync(string kind, JsonObject? filter, string? sort, CancellationToken ct)
    {
        JsonArray order = sort is null ? ["key"] : [sort, "key"];
        List<TrackingDocument> all = [];
        await foreach (var hit in _reader.AllAsync(Query.All(Query.Term("kind", kind), filter), order, ct))
        {
            all.Add(TrackingDocument.Of(hit));
        }

        return all;
    }

    /// <summary>Null where there is none.</summary>
    public async Task<TrackingDocument?> FindAsync(string kind, string key, CancellationToken ct)
    {
        var answer = await client.SendAsync(ElasticsearchRequest.Get(Path("_doc", TrackingDocument.IdOf(kind, key))), ct);
        return answer.IsOk ? TrackingDocument.Of(answer.Body)
            : answer.Outcome == AnswerOutcome.NotFound && answer.ErrorType is null ? null
            : throw Refusal.Of(answer, client.Location);
    }

    /// <summary>Those of the keys that are there.</summary>
    public async Task<List<TrackingDocument>> FindAsync(string kind, IEnumerable<string> keys, CancellationToken ct)
    {
        List<TrackingDocument> found = [];
        foreach (var chunk in keys.Distinct(StringComparer.Ordinal).Chunk(SearchReader.PageSize))
        {
            var body = new JsonObject { ["ids"] = Query.Strings(chunk.Select(key => TrackingDocument.IdOf(kind, key))) };
            var answer = await client.RequireAsync(ElasticsearchRequest.Post($"{index.Name}/_mget", body), ct);
            found.AddRange(answer.GetProperty("docs").EnumerateArray()
                .Where(document => document.TryGetProperty("found", out var isFound) && isFound.GetBoolean())
                .Select(TrackingDocument.Of));
        }

        return found;
    }

    /// <summary>The new version, or null where the key exists.</summary>
    public Task<DocumentVersion?> CreateAsync(TrackingDocument document, CancellationToken ct) =>
        PutAsync(document, Path("_create", document.Id) + "?refresh=true", ct);

    /// <summary>Writes over the version that was read; null where it is no longer the newest.</summary>
    public Task<DocumentVersion?> UpdateAsync(TrackingDocument document, CancellationToken ct) =>
        PutAsync(document, $"{Path("_doc", document.Id)}?refresh=true&{document.Version!.AsParameters()}", ct);

    /// <summary>Writes whatever was there.</summary>
    public async Task ReplaceAsync(TrackingDocument document, CancellationToken ct) =>
        await client.RequireAsync(ElasticsearchRequest.Put(Path("_doc", document.Id) + "?refresh=true", document.ToSource()), ct);

    /// <summary>False where there was none.</summary>
    public async Task<bool> DeleteAsync(string kind, string key, CancellationToken ct)
    {
        var answer = await client.SendAsync(ElasticsearchRequest.Delete(Path("_doc", TrackingDocument.IdOf(kind, key)) + "?refresh=true"), ct);
        return answer.IsOk || (answer.Outcome == AnswerOutcome.NotFound && answer.ErrorType is null ? answer.IsRepeated : throw Refusal.Of(answer, client.Location));
    }

    /// <summary>Reads, changes and writes until nobody was faster. <paramref name="change"/> gets null where there is none, and returns null to leave it.</summary>
    public async Task<bool> ChangeAsync(string kind, string key, Func<TrackingDocument?, JsonNode?> change, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var known = await FindAsync(kind, key, ct);
            if (change(known) is not { } body)
            {
                return false;
            }

            var document = new TrackingDocument(kind, key, body) { Version = known?.Version };
            if (await (known is null ? CreateAsync(document, ct) : UpdateAsync(document, ct)) is not null)
            {
                return true;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 50)), time, ct);
        }

        throw new StoreUnavailableException($"Other workers keep changing the same {kind} in Elasticsearch at {client.Location}: try again, and report this if it repeats.");
    }

    private async Task<DocumentVersion?> PutAsync(TrackingDocument document, string path, CancellationToken ct)
    {
        var source = document.ToSource();
        var answer = await client.SendAsync(ElasticsearchRequest.Put(path, source), ct);
        if (answer.IsOk)
        {
            return DocumentVersion.Of(answer.Body);
        }

        return answer.Outcome != AnswerOutcome.Conflict ? throw Refusal.Of(answer, client.Location)
            : answer.IsRepeated ? await OwnWriteAsync(document, source, ct)
            : null;
    }

    // An attempt without an answer may have been carried out: then the conflict is with ourselves.
    private async Task<DocumentVersion?> OwnWriteAsync(TrackingDocument document, JsonObject source, CancellationToken ct)
    {
        var stored = await FindAsync(document.Kind, document.Key, ct);
        return stored is not null && JsonNode.DeepEquals(stored.Body, source["body"]) ? stored.Version : null;
    }

    private string Path(string verb, string id) => $"{index.Name}/{verb}/{ElasticsearchRequest.Segment(id)}";
}
