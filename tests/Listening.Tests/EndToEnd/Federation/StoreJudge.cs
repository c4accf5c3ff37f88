using System.Text.Json;
using System.Text.RegularExpressions;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>Compares an export with what has to be there.</summary>
internal static partial class StoreJudge
{
    public static IReadOnlyList<Difference> Judge(ExpectedStore expected, IReadOnlyList<string> export)
    {
        var posts = export.Select(line => (Line: line, Post: JsonDocument.Parse(line).RootElement)).ToList();
        var held = posts.GroupBy(post => Text(post.Post, "post_key")!, StringComparer.Ordinal).ToDictionary(copies => copies.Key, copies => copies.ToList(), StringComparer.Ordinal);
        return
        [
            .. held.Where(copies => copies.Value.Count > 1).Select(copies => new Difference(DifferenceKind.Doubled, copies.Key, $"it stands in the export {copies.Value.Count} times")),
            .. held.Keys.Where(key => !expected.ByKey.ContainsKey(key)).Select(key => new Difference(DifferenceKind.Invented, key, "no host has such a post")),
            .. expected.Entries.SelectMany(entry => Judge(entry, held.TryGetValue(entry.PostKey, out var copies) ? copies[0].Post : null)),
            .. Secrets(expected, posts.Select(post => post.Line)),
        ];
    }

    private static IEnumerable<Difference> Judge(ExpectedEntry entry, JsonElement? held)
    {
        var isLive = held is { } found && Text(found, "state") == "live";
        return entry.Presence switch
        {
            ExpectedPresence.Live when held is null => [Of(entry, DifferenceKind.Missing, $"{entry.Because}, and it is not in the export")],
            ExpectedPresence.Live when !isLive => [Of(entry, DifferenceKind.Missing, $"{entry.Because}, and the export holds a tombstone")],
            ExpectedPresence.Live => Parts(entry, held!.Value),
            ExpectedPresence.Deleted when held is null => [Of(entry, DifferenceKind.Missing, $"{entry.Because}, and its tombstone is not in the export")],
            ExpectedPresence.Deleted or ExpectedPresence.Gone when isLive => [Of(entry, entry.IfHeld, $"{entry.Because}, and the export holds it live")],
            ExpectedPresence.Deleted or ExpectedPresence.Gone when held is { } tombstone => Remains(entry, tombstone),
            ExpectedPresence.Absent when held is not null => [Of(entry, entry.IfHeld, $"{entry.Because}, and the export holds it {Text(held.Value, "state")}")],
            _ => [],
        };
    }

    private static IEnumerable<Difference> Parts(ExpectedEntry entry, JsonElement held)
    {
        if (entry.Text is { } text && Collapsed(Text(held, "text")) != Collapsed(text))
        {
            yield return Of(entry, DifferenceKind.Stale, $"its text is '{Text(held, "text")}' instead of '{text}'");
        }

        if (Time(held, "edited_at") != entry.EditedAt)
        {
            yield return Of(entry, DifferenceKind.Stale, $"edited_at is {Text(held, "edited_at") ?? "null"} instead of {entry.EditedAt?.ToString("O") ?? "null"}");
        }

        if (Time(held, "created_at") != entry.CreatedAt)
        {
            yield return Of(entry, DifferenceKind.Stale, $"created_at is {Text(held, "created_at")} instead of {entry.CreatedAt:O}");
        }

        if (held.GetProperty("engagement").GetProperty("likes") is var likes && (likes.ValueKind != JsonValueKind.Number || likes.GetInt32() != entry.Likes))
        {
            yield return Of(entry, DifferenceKind.Stale, $"it has {likes} likes instead of {entry.Likes}");
        }

        var author = held.GetProperty("author");
        if (Text(author, "key") != entry.AuthorKey)
        {
            yield return Of(entry, DifferenceKind.Invented, $"its author is {Text(author, "key")} instead of {entry.AuthorKey}");
        }

        if (entry.IsBot is { } isBot && author.GetProperty("is_bot") is var bot && bot.ValueKind is JsonValueKind.True or JsonValueKind.False && bot.GetBoolean() != isBot)
        {
            yield return Of(entry, DifferenceKind.Stale, $"is_bot is {bot} instead of {isBot}");
        }

        if (entry.IsSearchable is { } isSearchable && held.GetProperty("searchable").GetBoolean() != isSearchable)
        {
            yield return Of(entry, isSearchable ? DifferenceKind.Stale : DifferenceKind.Leaked, $"searchable is {held.GetProperty("searchable")} instead of {isSearchable}");
        }

        foreach (var twice in held.GetProperty("seen_via").EnumerateArray().Select(via => Text(via, "host")).GroupBy(host => host).Where(host => host.Count() > 1))
        {
            yield return Of(entry, DifferenceKind.Doubled, $"seen_via names {twice.Key} {twice.Count()} times");
        }

        if (!held.GetProperty("matched").EnumerateArray().Any(tag => tag.GetString() == FederationScript.Hashtag))
        {
            yield return Of(entry, DifferenceKind.Invented, $"it is exported under #{FederationScript.Hashtag} and does not match it");
        }
    }

    private static IEnumerable<Difference> Remains(ExpectedEntry entry, JsonElement tombstone)
    {
        foreach (var name in new[] { "text", "author", "edited_at", "url" }.Where(name => tombstone.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null))
        {
            yield return Of(entry, DifferenceKind.Leaked, $"its tombstone keeps {name}");
        }

        foreach (var name in new[] { "media", "mentions", "links" }.Where(name => tombstone.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0))
        {
            yield return Of(entry, DifferenceKind.Leaked, $"its tombstone keeps {name}");
        }
    }

    /// <summary>Words of posts that may not be kept, wherever they stand.</summary>
    private static IEnumerable<Difference> Secrets(ExpectedStore expected, IEnumerable<string> lines)
    {
        var secret = expected.Entries.Where(entry => entry.IsSecret).ToDictionary(entry => entry.Word, StringComparer.Ordinal);
        return from line in lines
               from word in Word().Matches(line).Select(match => match.Groups["word"].Value).Distinct()
               where secret.ContainsKey(word)
               let entry = secret[word]
               where !line.Contains($"\"{entry.PostKey}\"", StringComparison.Ordinal) || entry.Presence != ExpectedPresence.Absent
               select Of(entry, DifferenceKind.Leaked, $"{entry.Because}, and its words stand in a line of the export");
    }

    private static Difference Of(ExpectedEntry entry, DifferenceKind kind, string words) => new(kind, $"{entry.Word} {entry.PostKey}", $"{words} ({entry.Story})");

    private static string Collapsed(string? text) => Space().Replace(text ?? "", " ").Trim();

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset? Time(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetDateTimeOffset() : null;

    [GeneratedRegex(@"(alt|new|\b)(?<word>kw\d+q)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
