using System.Text.Json;
using Listening.Posts;

namespace Listening.Storage.Elasticsearch;

/// <summary>A post as it was read, and where.</summary>
internal sealed record StoredPost(Post Post, string Index, DocumentVersion Version)
{
    public static StoredPost Of(JsonElement hit) =>
        new(PostDocument.Read(hit.GetProperty("_source")), hit.GetProperty("_index").GetString()!, DocumentVersion.Of(hit));
}
