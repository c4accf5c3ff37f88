using System.Text.Json.Nodes;

namespace Listening.Storage.Elasticsearch;

/// <summary>The least that the worker needs where security is on; the README shows the same to whoever creates its API key.</summary>
internal static class ElasticsearchPrivileges
{
    public static readonly string[] Cluster = ["monitor", "manage_index_templates"];

    public static readonly string[] Indices = ["create_index", "delete_index", "read", "write", "view_index_metadata", "maintenance", "monitor"];

    /// <summary>What a server is asked: has our user or key all of them on our indices?</summary>
    public static JsonObject Question(string prefix) => new()
    {
        ["cluster"] = Query.Strings(Cluster),
        ["index"] = new JsonArray(new JsonObject { ["names"] = Query.Strings([$"{prefix}-*"]), ["privileges"] = Query.Strings(Indices) }),
    };
}
