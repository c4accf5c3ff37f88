using System.Text.Json.Nodes;

namespace Listening.Storage.Elasticsearch;

/// <summary>Settings of an index that stays small: one shard, a copy where a second node is there.</summary>
internal static class SmallIndex
{
    public static JsonObject Settings(string refreshInterval) => new()
    {
        ["index"] = new JsonObject { ["number_of_shards"] = "1", ["auto_expand_replicas"] = "0-1", ["refresh_interval"] = refreshInterval },
    };
}
