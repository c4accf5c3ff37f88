using System.Globalization;
using System.Text.Json;
using System.Web;
using Listening.Tests.Storage.Elasticsearch;
using Listening.Tests.Support;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd;

[Collection(OneAfterTheOther.Name)]
public sealed class MovingHouseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Everything => _folder.File("everything.ndjson");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task A_worker_goes_on_in_another_folder_where_the_old_one_stopped() => MoveAsync(new SqliteWorkerStore());

    [Fact]
    public async Task A_worker_goes_on_in_Elasticsearch_where_the_one_with_a_file_stopped()
    {
        ElasticsearchNode.SkipWithoutNode();
        await MoveAsync(new ElasticsearchWorkerStore());
    }

    private async Task MoveAsync(WorkerStore elsewhere)
    {
        await using var there = elsewhere;
        var script = new EventScript(9, TimeProvider.System.GetUtcNow());
        await using var scene = await Scene.OpenAsync(new SqliteWorkerStore(), new FediverseScript { Hosts = [new HostScript(EventScript.Host) { Limits = new(10_000, 10_000) }], Posts = script.History() });
        await using (var old = scene.Watch())
        {
            await scene.UntilCollectedAsync(old);
            scene.Fediverse.Add(script.Burst(TimeProvider.System.GetUtcNow()));
            await scene.UntilCollectedAsync(old);
            await Scene.UntilAsync(async () => (await BackfillsAsync(scene.Settings)).All(backfill => backfill.GetProperty("done").GetBoolean()), () => old.Told);
            await Scene.UntilAsync(() => Task.FromResult(scene.Receiver.Taken.Count == 1), () => old.Told);
            Assert.Equal(0, await old.TerminateAsync());
        }

        var settings = new Dictionary<string, string>(scene.Settings);
        foreach (var (name, value) in there.Settings)
        {
            settings[name] = value;
        }

        await WorkerProcess.AskAsync(scene.Settings, "export", "--all", "--output", Everything);
        await WorkerProcess.AskAsync(settings, "import", Everything);

        foreach (var question in new string[][] { ["export", Scene.Hashtag], ["alerts", "list", "--json"], ["tags", "list", "--json"] })
        {
            Assert.Equal(await WorkerProcess.AskAsync(scene.Settings, question), await WorkerProcess.AskAsync(settings, question));
        }

        Assert.Equal(await ObservedAsync(scene.Settings), await ObservedAsync(settings));
        var asked = Requests(scene).Count;
        scene.Fediverse.Add(script.More(30, TimeProvider.System.GetUtcNow(), 10_000));
        await using var moved = scene.WatchToo(there.Settings);
        await Scene.UntilAsync(async () => (await PostsAsync(settings)).SequenceEqual(ExpectedPost.Of(scene.Fediverse.Hosts).Select(post => post.Key).Order()), () => moved.Told);
        Assert.Equal(0, await moved.TerminateAsync());

        Assert.Single(scene.Receiver.Taken);
        var all = Requests(scene);
        Assert.True(Oldest(all.Take(asked)) < Oldest(all.Skip(asked)), "the past was read again");
    }

    // How far into the past pages were asked for; ids grow with time.
    private static long Oldest(IEnumerable<ScriptedRequest> requests) => requests
        .Select(request => HttpUtility.ParseQueryString(request.Query)["max_id"])
        .OfType<string>()
        .Select(id => long.Parse(id, CultureInfo.InvariantCulture))
        .DefaultIfEmpty(long.MaxValue)
        .Min();

    private static IReadOnlyList<ScriptedRequest> Requests(Scene scene) => scene.Fediverse.Hosts.Single().Requests.All();

    private static async Task<IEnumerable<JsonElement>> BackfillsAsync(IReadOnlyDictionary<string, string> settings) =>
        JsonDocument.Parse(await WorkerProcess.AskAsync(settings, "status", "--json")).RootElement.GetProperty("sources").EnumerateArray()
            .SelectMany(source => source.GetProperty("targets").EnumerateArray())
            .Select(target => target.GetProperty("backfill"));

    // Without its share of the time until now.
    private static async Task<string> ObservedAsync(IReadOnlyDictionary<string, string> settings) =>
        JsonDocument.Parse(await WorkerProcess.AskAsync(settings, "coverage", Scene.Hashtag, "--from", "2020-01-01", "--json")).RootElement.GetProperty("sources").GetRawText();

    private static async Task<IEnumerable<string?>> PostsAsync(IReadOnlyDictionary<string, string> settings) =>
        (await WorkerProcess.AskAsync(settings, "export", Scene.Hashtag)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("post_key").GetString())
            .Order();
}
