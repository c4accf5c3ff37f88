using Listening.Tests.Storage.Elasticsearch;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd;

/// <summary>A worker whose Elasticsearch goes away. <c>LISTENING_TEST_OUTAGE</c> says for how many seconds (default 10).</summary>
[Collection(OneAfterTheOther.Name)]
public sealed class ElasticsearchOutageTests
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(int.TryParse(Environment.GetEnvironmentVariable("LISTENING_TEST_OUTAGE"), out var seconds) ? seconds : 10);

    // What was on its way when the store went.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    public ElasticsearchOutageTests() => ElasticsearchNode.SkipWithoutNode();

    [Fact]
    public async Task While_the_store_is_down_no_host_is_asked_one_sentence_says_so_and_nothing_is_lost()
    {
        var script = new EventScript(5, TimeProvider.System.GetUtcNow());
        var store = new ElasticsearchWorkerStore();
        await using var scene = await Scene.OpenAsync(store, new FediverseScript { Hosts = [new HostScript(EventScript.Host) { Limits = new(10_000, 10_000) }], Posts = script.History() });
        await using var worker = scene.Watch();
        await scene.UntilCollectedAsync(worker);

        store.Stop();
        var stopped = TimeProvider.System.GetUtcNow();
        scene.Fediverse.Add(script.More(50, stopped, 10_000));
        await Scene.WaitAsync(Outage);
        var asked = scene.Fediverse.Hosts.Single().Requests.All().Count(request => request.At > stopped + Grace);
        store.GoOn();
        await scene.UntilCollectedAsync(worker);

        Assert.Equal(0, asked);
        Assert.Single(worker.Told.Split('\n'), line => line.Contains("No host is asked until the store answers"));
        Assert.Single(worker.Told.Split('\n'), line => line.Contains("The store answers again"));
        Assert.DoesNotContain("   at ", worker.Told);
        var stored = (await scene.ExportAsync()).Select(post => post.GetProperty("post_key").GetString()).Order();
        Assert.Equal(ExpectedPost.Of(scene.Fediverse.Hosts).Select(post => post.Key).Order(), stored);
    }
}
