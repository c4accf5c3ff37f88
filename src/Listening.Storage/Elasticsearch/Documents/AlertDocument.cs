using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Alerts;
using Listening.Posts;

namespace Listening.Storage.Elasticsearch;

/// <summary>An alert as a document: its exported JSON, and what only the dispatcher needs.</summary>
internal static class AlertDocument
{
    // Keys of long hashtags in other scripts, percent-encoded, exceed what an id may hold.
    public static string IdOf(string key) => PostKey.Bounded("alert", key);

    public static JsonObject Write(Alert alert)
    {
        var document = JsonSerializer.SerializeToNode(alert, ListeningJson.Options)!.AsObject();
        document["channels"] = Query.Strings(alert.Channels);
        document["unsent"] = Query.Strings(alert.Unsent());
        document["closed_at"] = alert.ClosedAt is { } at ? ListeningJson.Format(at) : null;
        return document;
    }

    public static Alert Read(JsonElement source) => source.Deserialize<Alert>(ListeningJson.Options)! with
    {
        Channels = source.GetProperty("channels").Deserialize<string[]>()!,
        ClosedAt = source.GetProperty("closed_at").Deserialize<DateTimeOffset?>(ListeningJson.Options),
    };
}
