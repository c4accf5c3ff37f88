using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Listening.Posts;
using Listening.Tests.Support;

namespace Listening.Tests.EndToEnd;

public sealed class ImportTests
{
    [Fact]
    public async Task An_import_beside_a_running_worker_is_shown_by_it_within_five_seconds_and_asks_nobody()
    {
        using var folder = new TemporaryFolder();
        using var client = new HttpClient();
        await using var host = await LocalServer.StartAsync(500, "text/plain", "nobody should ask");
        var samples = new PostSamples();
        await File.WriteAllLinesAsync(
            folder.File("posts.ndjson"), Enumerable.Range(0, 700).Select(number => JsonSerializer.Serialize(samples.New($"{number}"), ListeningJson.Options)), TestContext.Current.CancellationToken);
        var settings = new Dictionary<string, string> { ["Storage:Directory"] = folder.Path, ["Platforms:Mastodon:Hosts"] = $"{host.Address}", ["Polling:MinInterval"] = "1s" };
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Scene.FreePort()}");
        await using var worker = WorkerProcess.Start(settings, "run", "--urls", address);
        await Scene.UntilAsync(async () => await TotalAsync(client, address, samples.Tag) is not null, () => $"the worker does not answer. It said:\n{worker.Told}");

        var imported = JsonDocument.Parse(await WorkerProcess.AskAsync(settings, "import", folder.File("posts.ndjson"), "--json")).RootElement;
        var watch = Stopwatch.StartNew();
        await Scene.UntilAsync(async () => await TotalAsync(client, address, samples.Tag) == 700, () => $"700 posts were not shown. The worker said:\n{worker.Told}");

        Assert.Equal(700, imported.GetProperty("stored").GetInt32());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"shown after {watch.Elapsed.TotalSeconds:F1} s");
        await Scene.WaitAsync(TimeSpan.FromSeconds(2));
        Assert.Empty(host.Requests);
        Assert.Equal("", await WorkerProcess.AskAsync(settings, "healthcheck", "--urls", address));
        Assert.Equal(0, await worker.TerminateAsync());
    }

    /// <summary>Null while nobody answers; 0 for a hashtag that is not followed.</summary>
    private static async Task<int?> TotalAsync(HttpClient client, string address, string tag)
    {
        try
        {
            using var answer = await client.GetAsync($"{address}/api/v1/hashtags/{tag}/posts?from=2026-11-01&to=2026-12-01&limit=1", TestContext.Current.CancellationToken);
            return answer.StatusCode == HttpStatusCode.NotFound
                ? 0
                : JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("total").GetInt32();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
