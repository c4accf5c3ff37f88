using System.Text.Json;
using System.Text.Json.Nodes;

namespace Listening.Tests.Connectors.Platforms.Mastodon;

/// <summary>Statuses for tests that need many, or care about one field.</summary>
internal static class MastodonStatuses
{
    /// <summary>A snowflake id of that moment.</summary>
    public static string Id(DateTimeOffset at, int sequence = 0) => ((at.ToUnixTimeMilliseconds() << 16) + sequence).ToString();

    /// <summary>A status by Mara; <paramref name="changes"/> replaces fields, on the status or with <c>account.</c> on its author.</summary>
    public static string One(string id, params (string Field, string Json)[] changes)
    {
        var status = JsonNode.Parse($$"""
            {
              "id": "{{id}}", "created_at": "2026-10-02T09:14:07.512Z", "visibility": "public", "language": "en",
              "uri": "https://events.example/users/mara/statuses/{{id}}", "url": "https://events.example/@mara/{{id}}",
              "content": "<p>Doors at nine <a href=\"https://events.example/tags/EventProfs\" class=\"mention hashtag\" rel=\"tag\">#<span>EventProfs</span></a></p>",
              "account": { "id": "7", "username": "mara", "acct": "mara@events.example", "display_name": "Mara Lind", "bot": false, "indexable": true,
                "url": "https://events.example/@mara", "uri": "https://events.example/users/mara", "note": "<p>Events.</p>", "followers_count": 841, "fields": [] },
              "media_attachments": [], "mentions": [], "tags": [{ "name": "eventprofs" }]
            }
            """)!;
        foreach (var (field, json) in changes)
        {
            var isAuthor = field.StartsWith("account.", StringComparison.Ordinal);
            (isAuthor ? status["account"]! : status)[isAuthor ? field[8..] : field] = json.Length == 0 ? null : JsonNode.Parse(json);
        }

        return status.ToJsonString(JsonSerializerOptions.Default);
    }

    public static string List(params IEnumerable<string> statuses) => $"[{string.Join(',', statuses)}]";
}
