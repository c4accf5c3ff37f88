using System.Text.Json.Nodes;
using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>How far files were imported, a document each.</summary>
internal sealed class ElasticsearchUnfinishedImports(DocumentIndex documents, SearchReader reader) : IUnfinishedImports
{
    public async Task<long> CountAsync(CancellationToken ct) => await reader.AllAsync(AreImports(), ["key"], ct).LongCountAsync(ct);

    public async Task<ImportPosition?> FindAsync(string file, CancellationToken ct) =>
        await documents.FindAsync(IdOf(file), ct) is { } known ? TrackingDocument.Read<ImportPosition>(known) : null;

    public Task SaveAsync(ImportPosition position, CancellationToken ct) =>
        documents.ReplaceAsync(IdOf(position.File), TrackingDocument.Write(TrackingDocument.Import, position.File, position), ct);

    public Task RemoveAsync(string file, CancellationToken ct) => documents.DeleteAsync(IdOf(file), ct);

    public async Task RemoveAllAsync(CancellationToken ct)
    {
        await foreach (var hit in reader.AllAsync(AreImports(), ["key"], ct))
        {
            await RemoveAsync(hit.GetProperty("_source").GetProperty("key").GetString()!, ct);
        }
    }

    private static JsonObject AreImports() => Query.All(Query.Term("kind", TrackingDocument.Import));

    private static string IdOf(string file) => TrackingDocument.IdOf(TrackingDocument.Import, file);
}
