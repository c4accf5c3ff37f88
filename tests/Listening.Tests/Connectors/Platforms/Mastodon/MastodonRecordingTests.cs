using System.Text;
using System.Text.Json.Nodes;
using Listening.Polling;
using Listening.Tests.Support;

namespace Listening.Tests.Connectors.Platforms.Mastodon;

/// <summary>Recordings of real servers, read where they lie.</summary>
public sealed class MastodonRecordingTests
{
    private static string Folder => Path.Combine(ProjectFolders.Shared, "fixtures", "mastodon");

    [Fact]
    public void At_least_97_percent_of_the_hard_facts_of_the_recordings_are_read()
    {
        var score = new FixtureScore();
        foreach (var (file, expected) in Expected())
        {
            score.Add(file, expected!, JsonNode.Parse(InspectionJson.Write(Inspect(file)))!);
        }

        TestContext.Current.SendDiagnosticMessage($"{score.Right} of {score.Total} hard facts");
        Assert.True(score.Total > 500);
        Assert.True(score.Right >= 0.97 * score.Total, $"{score.Right} of {score.Total}: {string.Join("; ", score.Misses)}");
    }

    [Fact]
    public void Every_recording_cut_off_anywhere_is_still_an_outcome()
    {
        foreach (var (file, _) in Expected())
        {
            var body = File.ReadAllBytes(Path.Combine(Folder, file));
            using var fixture = new ConnectorFixture();
            foreach (var length in Enumerable.Range(0, 10).Select(tenth => body.Length * tenth / 10))
            {
                Assert.NotNull(fixture.Inspector.Inspect(body.AsMemory(0, length), Meta(file)).Outcome);
            }
        }
    }

    [Fact]
    public async Task A_recorded_page_read_by_a_poll_and_by_inspect_gives_equal_facts()
    {
        var body = Expected().Select(pair => pair.Key).First(file => file.Contains("tag-timeline-ichbinhanna", StringComparison.Ordinal));
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, body), TestContext.Current.CancellationToken);
        await using var server = await LocalServer.StartAsync(200, "application/json; charset=utf-8", text);
        using var fixture = ConnectorFixture.Mastodon(server);

        var page = await fixture.Source.ForwardAsync(fixture.Source.Targets(["ichbinhanna"]).Single(), null, TestContext.Current.CancellationToken);
        var inspected = fixture.Inspector.Inspect(Encoding.UTF8.GetBytes(text), new SavedAnswer(server.Address, 200, null, new Dictionary<string, string>()));

        Assert.Equal(5, page.Observations.Count);
        Assert.Equal(InspectionJson.Write(new Inspection("posts", page.Observations, null)), InspectionJson.Write(inspected));
    }

    private static JsonObject Expected()
    {
        var file = Path.Combine(Folder, "expected.json");
        if (!File.Exists(file))
        {
            Assert.Skip("The recordings are not here: put them beside the repository as ../shared/fixtures, or set LISTENING_SHARED to their folder.");
        }

        return JsonNode.Parse(File.ReadAllText(file))!.AsObject();
    }

    private static Inspection Inspect(string file)
    {
        using var fixture = new ConnectorFixture();
        return fixture.Inspector.Inspect(File.ReadAllBytes(Path.Combine(Folder, file)), Meta(file));
    }

    private static SavedAnswer Meta(string file)
    {
        var meta = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, $"{Path.GetFileNameWithoutExtension(file)}.meta.json")))!;
        return new SavedAnswer(
            meta["request"]?["host"]?.GetValue<string>() is { } host ? new Uri($"https://{host}") : null,
            meta["response"]!["status"]!.GetValue<int>(),
            meta["content_type"]?.GetValue<string>(),
            new Dictionary<string, string>());
    }
}
