using System.Text.Json;
using System.Text.Json.Nodes;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>The export of a worker that did everything right.</summary>
internal static class PerfectReading
{
    public static List<string> Export(ExpectedStore expected) =>
        [.. expected.Entries.Where(entry => entry.Presence is ExpectedPresence.Live or ExpectedPresence.Deleted).Select(entry => entry.Presence == ExpectedPresence.Live ? Live(entry) : Tombstone(entry))];

    public static string Live(ExpectedEntry entry) => new JsonObject
    {
        ["post_key"] = entry.PostKey,
        ["created_at"] = Time(entry.CreatedAt),
        ["edited_at"] = entry.EditedAt is { } at ? Time(at) : null,
        ["text"] = entry.Text,
        ["author"] = new JsonObject { ["key"] = entry.AuthorKey, ["is_bot"] = entry.IsBot },
        ["engagement"] = new JsonObject { ["likes"] = entry.Likes },
        ["seen_via"] = new JsonArray(new JsonObject { ["host"] = "one" }, new JsonObject { ["host"] = "two" }),
        ["matched"] = new JsonArray(FederationScript.Hashtag),
        ["searchable"] = entry.IsSearchable ?? false,
        ["state"] = "live",
    }.ToJsonString();

    public static string Tombstone(ExpectedEntry entry) => new JsonObject
    {
        ["post_key"] = entry.PostKey,
        ["created_at"] = Time(entry.CreatedAt),
        ["text"] = null,
        ["author"] = null,
        ["media"] = new JsonArray(),
        ["matched"] = new JsonArray(FederationScript.Hashtag),
        ["state"] = "deleted",
    }.ToJsonString();

    public static string With(string line, string name, JsonNode? value)
    {
        var post = JsonNode.Parse(line)!;
        post[name] = value;
        return post.ToJsonString();
    }

    private static string Time(DateTimeOffset time) => JsonSerializer.Serialize(time.UtcDateTime).Trim('"');
}
