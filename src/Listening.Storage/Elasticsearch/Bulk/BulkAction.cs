using System.Text.Json.Nodes;

namespace Listening.Storage.Elasticsearch;

/// <summary>One line, or two, of a bulk.</summary>
/// <param name="Operation"><c>create</c>, <c>index</c> or <c>delete</c>.</param>
/// <param name="Index">Name of the index.</param>
/// <param name="Id">At most 512 bytes: one longer id would refuse the whole request.</param>
/// <param name="Source">The document as UTF-8 JSON on one line; null for a deletion.</param>
/// <param name="BasedOn">Write only if this is still the newest version; null: whatever it is.</param>
internal sealed record BulkAction(string Operation, string Index, string Id, byte[]? Source, DocumentVersion? BasedOn = null)
{
    public static BulkAction Create(string index, string id, byte[] source) => new("create", index, id, source);

    public static BulkAction Replace(string index, string id, byte[] source, DocumentVersion? basedOn) => new("index", index, id, source, basedOn);

    public static BulkAction Delete(string index, string id, DocumentVersion basedOn) => new("delete", index, id, null, basedOn);

    public byte[] Header()
    {
        var action = new JsonObject { ["_index"] = Index, ["_id"] = Id };
        if (BasedOn is { } version)
        {
            action["if_seq_no"] = version.SeqNo;
            action["if_primary_term"] = version.PrimaryTerm;
        }

        return System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new JsonObject { [Operation] = action }, Posts.ListeningJson.Options);
    }
}
