using System.Globalization;
using System.Text.Json;
using Listening.Tests.Support;

namespace Listening.Tests.EndToEnd;

public sealed class DemoTests
{
    [Fact]
    public async Task The_demo_shows_its_community_in_the_api_after_seconds_of_work_and_says_that_it_is_one()
    {
        using var folder = new TemporaryFolder();
        using var client = new HttpClient();
        var port = Scene.FreePort();
        var settings = new Dictionary<string, string>();
        await using var worker = WorkerProcess.Start(settings, "watch", "--demo", "--data", folder.Path, "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var posts = 0;
        await Scene.UntilAsync(async () => (posts = await PostsAsync(client, port)) > 0, () => $"no post was shown. The worker said:\n{worker.Told}");
        var first = worker.ProcessorTime();
        await Scene.UntilAsync(async () => (posts = await PostsAsync(client, port)) > 1400, () => $"{posts} posts were shown. The worker said:\n{worker.Told}");

        var people = JsonDocument.Parse(await WorkerProcess.AskAsync(settings, "contributors", "eventprofs", "--demo", "--data", folder.Path, "--list", "most_active", "--json")).RootElement;
        var keys = people.GetProperty("contributors").EnumerateArray().Select(person => person.GetProperty("author").GetProperty("key").GetString()!).ToList();
        Assert.Contains("https://events.example/users/mara", keys);
        Assert.DoesNotContain("https://backstage.example/users/eventjobs", keys);
        Assert.True(people.GetProperty("demo").GetBoolean());
        Assert.True(first < TimeSpan.FromSeconds(15), $"the first posts were shown after {first.TotalSeconds:F1} s of the processor");
    }

    private static async Task<int> PostsAsync(HttpClient client, int port)
    {
        try
        {
            var answer = await client.GetStringAsync(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/api/v1/hashtags/eventprofs/posts?from=84d&limit=1"), TestContext.Current.CancellationToken);
            return JsonDocument.Parse(answer).RootElement.GetProperty("total").GetInt32();
        }
        catch (HttpRequestException)
        {
            return 0; // not there yet
        }
    }
}
