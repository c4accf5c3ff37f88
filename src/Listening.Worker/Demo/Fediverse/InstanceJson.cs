using System.Text.Json.Nodes;

namespace Listening.Worker.Demo.Fediverse;

/// <summary>What a host says of itself: Mastodon's Instance entity, in both of its versions.</summary>
internal static class InstanceJson
{
    private const int ApiGeneration = 7;

    public static JsonObject Version2(HostScript script, Uri origin) => new()
    {
        ["domain"] = origin.Authority,
        ["title"] = script.Title,
        ["version"] = script.Version,
        ["source_url"] = "https://github.com/mastodon/mastodon",
        ["description"] = $"{script.Title}, a scripted host",
        ["usage"] = new JsonObject { ["users"] = new JsonObject { ["active_month"] = 40 } },
        ["languages"] = new JsonArray(script.Language),
        ["configuration"] = new JsonObject
        {
            ["urls"] = new JsonObject
            {
                ["streaming"] = $"wss://{origin.Authority}",
                ["about"] = Page(origin, "about"),
                ["privacy_policy"] = Page(origin, "privacy-policy"),
                ["terms_of_service"] = Page(origin, "terms-of-service"),
            },
            ["statuses"] = new JsonObject { ["max_characters"] = 500, ["max_media_attachments"] = 4, ["characters_reserved_per_url"] = 23 },
            ["timelines_access"] = script.Access.Json(),
        },
        ["registrations"] = new JsonObject { ["enabled"] = false, ["approval_required"] = false, ["message"] = null },
        ["api_versions"] = new JsonObject { ["mastodon"] = ApiGeneration },
        ["contact"] = new JsonObject { ["email"] = "", ["account"] = null },
        ["rules"] = new JsonArray(),
    };

    public static JsonObject Version1(HostScript script, Uri origin) => new()
    {
        ["uri"] = origin.Authority,
        ["title"] = script.Title,
        ["short_description"] = $"{script.Title}, a scripted host",
        ["description"] = "",
        ["email"] = "",
        ["version"] = script.Version,
        ["urls"] = new JsonObject { ["streaming_api"] = $"wss://{origin.Authority}" },
        ["languages"] = new JsonArray(script.Language),
        ["registrations"] = false,
        ["approval_required"] = false,
        ["invites_enabled"] = false,
        ["contact_account"] = null,
        ["rules"] = new JsonArray(),
    };

    private static string Page(Uri origin, string name) => $"{origin.GetLeftPart(UriPartial.Authority)}/{name}";
}
