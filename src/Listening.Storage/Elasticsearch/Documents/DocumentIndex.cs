using System.Text.Json.Nodes;
using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>
/// Reads and writes single documents of a small index, by compare-and-set where it matters. Reading by id sees every write at once; so
/// do searches, because each write is refreshed, which is cheap in a small index.
/// </summary>
internal sealed class DocumentIndex(ElasticsearchClient client, string name, TimeProvider time)
{
    private const int Tries = 20;
    private const int IdsAtOnce = 1000;

    // Tells whether a conflict is with an own write that was carried out although its answer got lost.
    private const string WriteId = "write_id";

    /// <summary>Null where there is none.</summary>
    public async Task<StoredDocument?> FindAsync(string id, CancellationToken ct)
    {
        var answer = await client.SendAsync(ElasticsearchRequest.Get(Path("_doc", id)), ct);
        return answer.IsOk ? StoredDocument.Of(answer.Body) : IsMissing(answer) ? null : throw Refusal.Of(answer, client.Location);
    }

    /// <summary>Those that are there.</summary>
    public async Task<List<StoredDocument>> FindAsync(IEnumerable<string> ids, CancellationToken ct)
    {
        List<StoredDocument> found = [];
        foreach (var chunk in ids.Distinct(StringComparer.Ordinal).Chunk(IdsAtOnce))
        {
            var body = new JsonObject { ["ids"] = Query.Strings(chunk) };
            var answer = await client.RequireAsync(ElasticsearchRequest.Post($"{name}/_mget", body), ct);
            found.AddRange(answer.GetProperty("docs").EnumerateArray()
                .Where(document => document.TryGetProperty("found", out var isFound) && isFound.GetBoolean())
                .Select(StoredDocument.Of));
        }

        return found;
    }

    /// <summary>The new version, or null where the id exists.</summary>
    public Task<DocumentVersion?> CreateAsync(string id, JsonObject source, CancellationToken ct) =>
        PutAsync(id, source, Path("_create", id) + "?refresh=true", ct);

    /// <summary>Writes over the version that was read; null where it is no longer the newest.</summary>
    public Task<DocumentVersion?> UpdateAsync(string id, JsonObject source, DocumentVersion basedOn, CancellationToken ct) =>
        PutAsync(id, source, $"{Path("_doc", id)}?refresh=true&{basedOn.AsParameters()}", ct);

    /// <summary>Writes whatever was there.</summary>
    public async Task ReplaceAsync(string id, JsonObject source, CancellationToken ct) =>
        await client.RequireAsync(ElasticsearchRequest.Put(Path("_doc", id) + "?refresh=true", source), ct);

    /// <summary>False where there is none, or a newer one than the version that was read.</summary>
    public async Task<bool> DeleteAsync(string id, DocumentVersion basedOn, CancellationToken ct)
    {
        var answer = await client.SendAsync(ElasticsearchRequest.Delete($"{Path("_doc", id)}?refresh=true&{basedOn.AsParameters()}"), ct);
        return answer.IsOk || (answer.Outcome == AnswerOutcome.Conflict || IsMissing(answer) ? answer.IsRepeated : throw Refusal.Of(answer, client.Location));
    }

    /// <summary>False where there was none.</summary>
    public async Task<bool> DeleteAsync(string id, CancellationToken ct)
    {
        var answer = await client.SendAsync(ElasticsearchRequest.Delete(Path("_doc", id) + "?refresh=true"), ct);
        return answer.IsOk || (IsMissing(answer) ? answer.IsRepeated : throw Refusal.Of(answer, client.Location));
    }

    /// <summary>Lets searches see what was written in bulk.</summary>
    public Task RefreshAsync(CancellationToken ct) => client.RequireAsync(ElasticsearchRequest.Post($"{name}/_refresh"), ct);

    /// <summary>
    /// Reads, changes and writes until nobody was faster. <paramref name="change"/> gets null where there is none, and returns null to
    /// leave it as it is; then the outcome is false.
    /// </summary>
    public async Task<bool> ChangeAsync(string id, Func<StoredDocument?, JsonObject?> change, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var known = await FindAsync(id, ct);
            if (change(known) is not { } source)
            {
                return false;
            }

            if (await (known is null ? CreateAsync(id, source, ct) : UpdateAsync(id, source, known.Version, ct)) is not null)
            {
                return true;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 50)), time, ct);
        }

        throw new StoreUnavailableException($"Other workers keep changing the same document of {name} in Elasticsearch at {client.Location}: try again, and report this if it repeats.");
    }

    private async Task<DocumentVersion?> PutAsync(string id, JsonObject source, string path, CancellationToken ct)
    {
        var writeId = Guid.NewGuid().ToString("N");
        source[WriteId] = writeId;
        var answer = await client.SendAsync(ElasticsearchRequest.Put(path, source), ct);
        if (answer.IsOk)
        {
            return DocumentVersion.Of(answer.Body);
        }

        if (answer.Outcome != AnswerOutcome.Conflict)
        {
            throw Refusal.Of(answer, client.Location);
        }

        var stored = answer.IsRepeated ? await FindAsync(id, ct) : null;
        return stored is not null && stored.Source.TryGetProperty(WriteId, out var last) && last.ValueEquals(writeId) ? stored.Version : null;
    }

    private static bool IsMissing(ElasticsearchAnswer answer) => answer.Outcome == AnswerOutcome.NotFound && answer.ErrorType is null;

    private string Path(string verb, string id) => $"{name}/{verb}/{ElasticsearchRequest.Segment(id)}";
}
