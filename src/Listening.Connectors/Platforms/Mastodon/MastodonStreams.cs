using System.Text.Json;
using Listening.Connectors.Json;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>The events in a saved piece of a stream: server-sent events, WebSocket messages, or one status a line (platform page, 12).</summary>
internal static class MastodonStreams
{
    /// <summary>A status that was new or edited, or the bare id of one that is gone.</summary>
    public readonly record struct Event(JsonElement? Status, string? DeletedId);

    public static bool IsMessage(JsonElement json) => json.Text("event") is not null && json.Has("payload");

    public static Event? FromMessage(JsonElement json) => FromEvent(
        json.Text("event"),
        json.Object("payload") is { } payload ? payload.GetRawText() : json.Text("payload"));

    /// <summary>Null where the text does not look like server-sent events.</summary>
    public static IReadOnlyList<Event>? FromServerSent(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (!lines.All(line => line.Length == 0 || line.StartsWith(':') || IsField(line)) || !lines.Any(line => line.StartsWith("data:", StringComparison.Ordinal) || line.StartsWith(':')))
        {
            return null;
        }

        var events = new List<Event>();
        string? name = null;
        var data = new List<string>();
        foreach (var line in lines.Append(""))
        {
            if (line.StartsWith("event:", StringComparison.Ordinal))
            {
                name = line[6..].Trim();
            }
            else if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                data.Add(line[5..].TrimStart());
            }
            else if (line.Length == 0 && data.Count > 0)
            {
                Add(events, FromEvent(name, string.Join('\n', data)));
                (name, data) = (null, []);
            }
        }

        return events;
    }

    /// <summary>Null where not every line is a JSON object.</summary>
    public static IReadOnlyList<Event>? FromLines(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var events = new List<Event>();
        var readable = 0;
        foreach (var line in lines.Where(line => line.StartsWith('{')))
        {
            if (JsonBody.TryParse(line, out var json))
            {
                readable++;
                Add(events, IsMessage(json) ? FromMessage(json) : new Event(json, null));
            }
        }

        // A line that was cut off is no reason to lose the others, but one object over several lines is no stream.
        return readable > 0 && readable * 2 > lines.Length ? events : null;
    }

    private static void Add(List<Event> events, Event? read)
    {
        if (read is { } found)
        {
            events.Add(found);
        }
    }

    private static Event? FromEvent(string? name, string? payload) => name switch
    {
        "update" or "status.update" when payload is not null && JsonBody.TryParse(payload, out var status) => new Event(status, null),
        "delete" when !string.IsNullOrWhiteSpace(payload) => new Event(null, payload.Trim()),
        _ => null,
    };

    private static bool IsField(string line) =>
        line.StartsWith("data:", StringComparison.Ordinal) || line.StartsWith("event:", StringComparison.Ordinal)
        || line.StartsWith("id:", StringComparison.Ordinal) || line.StartsWith("retry:", StringComparison.Ordinal);
}
