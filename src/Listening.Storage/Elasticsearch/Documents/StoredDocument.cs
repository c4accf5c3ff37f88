using System.Text.Json;

namespace Listening.Storage.Elasticsearch;

/// <summary>A document as it was read, and the write that was seen.</summary>
internal sealed record StoredDocument(JsonElement Source, DocumentVersion Version)
{
    /// <summary>From a hit, or from an answer to a request by id.</summary>
    public static StoredDocument Of(JsonElement carrier) => new(carrier.GetProperty("_source"), DocumentVersion.Of(carrier));
}
