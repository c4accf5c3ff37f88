using System.Text.Json;

namespace Listening.Storage.Elasticsearch;

/// <summary>One line, or two, of a bulk.</summary>
/// <param name="Operation"><c>create</c>, <c>index</c> or <c>delete</c>.</param>
/// <param name="Index">Name of the index.</param>
/// <param name="Id">At most 512 bytes: one longer id would refuse the whole request.</param>
/// <param name="Document">Writes the document, each time it is sent; null for a deletion.</param>
/// <param name="BasedOn">Write only if this is still the newest version; null: whatever it is.</param>
internal sealed record BulkAction(string Operation, string Index, string Id, Action<Utf8JsonWriter>? Document, DocumentVersion? BasedOn = null)
{
    public static BulkAction Create(string index, string id, Action<Utf8JsonWriter> document) => new("create", index, id, document);

    public static BulkAction Replace(string index, string id, Action<Utf8JsonWriter> document, DocumentVersion? basedOn) => new("index", index, id, document, basedOn);

    public static BulkAction Delete(string index, string id, DocumentVersion basedOn) => new("delete", index, id, null, basedOn);

    /// <summary>The line in front of the document.</summary>
    public void WriteHeader(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject(Operation);
        json.WriteString("_index"u8, Index);
        json.WriteString("_id"u8, Id);
        if (BasedOn is { } version)
        {
            json.WriteNumber("if_seq_no"u8, version.SeqNo);
            json.WriteNumber("if_primary_term"u8, version.PrimaryTerm);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
