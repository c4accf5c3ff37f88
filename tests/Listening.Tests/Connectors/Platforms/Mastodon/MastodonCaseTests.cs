using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Polling;
using Listening.Posts;
using Listening.Tests.Support;

namespace Listening.Tests.Connectors.Platforms.Mastodon;

/// <summary>Bodies written by us, in <c>Cases/</c>, each with what has to be read from it: every stated field has to be there with that value (null: absent or null).</summary>
public sealed class MastodonCaseTests
{
    public static TheoryData<string> Cases => [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    private static string Folder => ProjectFolders.Tests("Connectors", "Platforms", "Mastodon", "Cases");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_is_read_as_it_says(string name)
    {
        var given = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, $"{name}.json")))!;
        var body = Encoding.UTF8.GetBytes(given["text"]?.GetValue<string>() ?? given["body"]!.ToJsonString());
        var answer = new SavedAnswer(
            given["url"] is { } url ? new Uri(url.GetValue<string>()) : null,
            given["status"]?.GetValue<int>() ?? 200,
            null,
            new Dictionary<string, string>());
        using var fixture = new ConnectorFixture();

        var inspection = fixture.Inspector.Inspect(body, answer);

        AssertHolds(given["expected"], Describe(inspection), name);
    }

    // What inspect prints, and beside it what only polls use.
    private static JsonNode Describe(Inspection inspection)
    {
        var printed = JsonNode.Parse(InspectionJson.Write(inspection))!;
        foreach (var (seen, post) in inspection.Observations.Zip(printed["posts"]!.AsArray()))
        {
            post!["post"] = JsonSerializer.SerializeToNode(seen.Post, ListeningJson.Options);
            post["is_public"] = seen.IsPublic;
            post["opted_out"] = seen.Flags.OptedOut;
            post["indexable"] = seen.Flags.Indexable;
            post["discoverable"] = seen.Flags.Discoverable;
            post["is_bot"] = seen.Flags.IsBot;
            post["reply_author"] = seen.Post.ReplyTo?.AuthorKey;
            post["reply_via"] = new JsonArray([.. (seen.Post.ReplyTo?.Via ?? []).Select(via => JsonValue.Create($"{via.Host}|{via.Id}"))]);
        }

        return printed;
    }

    private static void AssertHolds(JsonNode? expected, JsonNode? actual, string path)
    {
        if (expected is JsonObject fields)
        {
            Assert.True(actual is JsonObject, $"{path} is {actual?.ToJsonString() ?? "null"}");
            foreach (var (name, value) in fields)
            {
                AssertHolds(value, actual![name], $"{path}.{name}");
            }
        }
        else if (expected is JsonArray items)
        {
            Assert.True(actual is JsonArray array && array.Count == items.Count, $"{path} is {actual?.ToJsonString() ?? "null"}");
            for (var i = 0; i < items.Count; i++)
            {
                AssertHolds(items[i], actual![i], $"{path}[{i}]");
            }
        }
        else
        {
            Assert.True(JsonNode.DeepEquals(expected, actual), $"{path} is {actual?.ToJsonString() ?? "null"}, not {expected?.ToJsonString() ?? "null"}");
        }
    }
}
