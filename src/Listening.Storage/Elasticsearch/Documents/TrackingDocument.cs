using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Posts;

namespace Listening.Storage.Elasticsearch;

/// <summary>One piece of our own state: what kind it is, its key within the kind, and a body that only we read.</summary>
internal sealed record TrackingDocument(string Kind, string Key, JsonNode Body)
{
    /// <summary>The write that was read; null for a document that was not read.</summary>
    public DocumentVersion? Version { get; init; }

    /// <summary>Only for poll states: what is asked for by time.</summary>
    public DateTimeOffset? NextPollAt { get; init; }

    public string Id => IdOf(Kind, Key);

    public static string IdOf(string kind, string key) => PostKey.Bounded(kind, $"{kind}:{key}");

    public T Read<T>() => Body.Deserialize<T>(ListeningJson.Options)!;

    public static JsonNode Write<T>(T value) => JsonSerializer.SerializeToNode(value, ListeningJson.Options)!;

    public JsonObject ToSource()
    {
        var source = new JsonObject { ["kind"] = Kind, ["key"] = Key, ["body"] = Body.DeepClone() };
        if (NextPollAt is { } at)
        {
            source["next_poll_at"] = ListeningJson.Format(at);
        }

        return source;
    }

    /// <summary>From a hit or an answer that carries <c>_source</c> and the version.</summary>
    public static TrackingDocument Of(JsonElement carrier)
    {
        var source = carrier.GetProperty("_source");
        return new(source.GetProperty("kind").GetString()!, source.GetProperty("key").GetString()!, JsonObject.Create(source.GetProperty("body"))!)
        {
            Version = DocumentVersion.Of(carrier),
        };
    }
}
