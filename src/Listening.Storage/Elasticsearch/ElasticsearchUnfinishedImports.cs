using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>How far files were imported, a document each.</summary>
internal sealed class ElasticsearchUnfinishedImports(DocumentIndex documents) : IUnfinishedImports
{
    public async Task<ImportPosition?> FindAsync(string file, CancellationToken ct) =>
        await documents.FindAsync(IdOf(file), ct) is { } known ? TrackingDocument.Read<ImportPosition>(known) : null;

    public Task SaveAsync(ImportPosition position, CancellationToken ct) =>
        documents.ReplaceAsync(IdOf(position.File), TrackingDocument.Write(TrackingDocument.Import, position.File, position), ct);

    public Task RemoveAsync(string file, CancellationToken ct) => documents.DeleteAsync(IdOf(file), ct);

    private static string IdOf(string file) => TrackingDocument.IdOf(TrackingDocument.Import, file);
}
