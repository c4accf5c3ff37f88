using System.Text.Json;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>A store without what differs between two runs of one script: ports, and the moment at which it began.</summary>
internal static class StoreTrace
{
    public static IReadOnlyList<string> Of(FederationResult result)
    {
        var held = result.Export.Select(line => JsonDocument.Parse(line).RootElement).ToDictionary(post => post.GetProperty("post_key").GetString()!, StringComparer.Ordinal);
        return
        [
            .. result.Expected.Entries
                .Where(entry => entry.Presence is ExpectedPresence.Live or ExpectedPresence.Deleted or ExpectedPresence.Absent)
                .OrderBy(entry => entry.Word, StringComparer.Ordinal)
                .Select(entry => held.TryGetValue(entry.PostKey, out var post) ? $"{entry.Word} {Trace(post)}" : $"{entry.Word} -"),
        ];
    }

    private static string Trace(JsonElement post) => string.Join(' ', new[] { "state", "searchable", "lang", "kind", "tags", "matched", "matched_via", "text", "engagement" }
        .Select(name => post.TryGetProperty(name, out var value) ? value.GetRawText() : "null"));
}
