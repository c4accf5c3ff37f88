using System.Diagnostics;
using System.Globalization;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd.Faults;

/// <summary>What happens to a cluster while a worker reads the past into it. Whatever it is, nobody has to start the worker again.</summary>
[Collection(OneAfterTheOther.Name)]
public sealed class ElasticsearchFaultTests(FaultyCluster cluster) : IClassFixture<FaultyCluster>
{
    private const int Megabytes = 300;
    private const int Posts = 1_500;

    // A request that hangs is given up after a minute at most.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public Task A_server_that_is_killed_and_started_again() => ProveAsync(
        FaultyCluster.Node, TimeSpan.FromSeconds(5), _ => cluster.KillAsync(), _ => cluster.StartAsync());

    [Fact]
    public Task A_server_that_is_paused_for_longer_than_a_request_may_take() => ProveAsync(
        FaultyCluster.Node, TimeSpan.FromSeconds(65), _ => cluster.PauseAsync(), _ => cluster.ResumeAsync());

    [Fact]
    public Task A_storm_of_429() => ProveAsync(
        FaultyCluster.Node, TimeSpan.FromSeconds(20), _ => cluster.ThrottleAsync(true), _ => cluster.ThrottleAsync(false));

    [Fact]
    public Task Indices_that_take_no_writes() => ProveAsync(
        FaultyCluster.Node, TimeSpan.FromSeconds(20), prefix => cluster.BlockAsync(prefix, true), prefix => cluster.BlockAsync(prefix, false));

    [Fact]
    public Task Connections_on_which_nothing_comes_through() => ProveAsync(
        FaultyCluster.Proxied, TimeSpan.FromSeconds(65), _ => cluster.PoisonAsync("timeout", "downstream", new { timeout = 0 }), _ => cluster.HealAsync());

    [Fact]
    public Task Connections_that_are_reset() => ProveAsync(
        FaultyCluster.Proxied, TimeSpan.FromSeconds(20), _ => cluster.PoisonAsync("reset_peer", "downstream", new { timeout = 20 }, 0.5), _ => cluster.HealAsync());

    [Fact]
    public Task Answers_that_end_in_the_middle() => ProveAsync(
        FaultyCluster.Proxied, TimeSpan.FromSeconds(20), _ => cluster.PoisonAsync("limit_data", "downstream", new { bytes = 300 }), _ => cluster.HealAsync());

    [Fact]
    public Task Requests_that_are_cut_off() => ProveAsync(
        FaultyCluster.Proxied, TimeSpan.FromSeconds(20), _ => cluster.PoisonAsync("limit_data", "upstream", new { bytes = 6_000 }), _ => cluster.HealAsync());

    [Fact]
    public async Task A_slow_node_beside_a_good_one_does_not_hold_up_the_reading()
    {
        cluster.SkipWhereAbsent();
        await cluster.PoisonAsync("latency", "downstream", new { latency = 3_000 });
        try
        {
            var store = new FaultyClusterStore(cluster, FaultyCluster.Proxied, FaultyCluster.Node);
            await using var scene = await OpenAsync(store);
            await using var worker = scene.Watch();

            await scene.UntilCollectedAsync(worker);

            await JudgeAsync(scene, store, worker, worker.ResidentMegabytes());
        }
        finally
        {
            await cluster.HealAsync();
        }
    }

    private async Task ProveAsync(Uri node, TimeSpan duration, Func<string, Task> beginAsync, Func<string, Task> endAsync)
    {
        cluster.SkipWhereAbsent();
        var store = new FaultyClusterStore(cluster, node);
        await using var scene = await OpenAsync(store);
        await using var worker = scene.Watch();
        await Scene.UntilAsync(async () => await scene.PostsAsync() > 0, () => $"Nothing was collected. The worker said:\n{worker.Told}");

        var peak = 0.0;
        await beginAsync(store.Prefix);
        try
        {
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < duration; await Scene.WaitAsync(TimeSpan.FromMilliseconds(100)))
            {
                peak = Math.Max(peak, worker.ResidentMegabytes());
            }
        }
        finally
        {
            await endAsync(store.Prefix);
        }

        var recovered = Stopwatch.StartNew();
        await scene.UntilCollectedAsync(worker, Patience);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"resident memory {peak:F0} MB at most; everything was there {recovered.Elapsed.TotalSeconds:F0} s after the fault"));
        await JudgeAsync(scene, store, worker, peak);
    }

    private async Task JudgeAsync(Scene scene, FaultyClusterStore store, WorkerProcess worker, double peak)
    {
        var expected = ExpectedPost.Of(scene.Fediverse.Hosts).Select(post => post.Key).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(expected, (await scene.ExportAsync()).Select(post => post.GetProperty("post_key").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(expected.Count, await cluster.DocumentsAsync(store.Prefix));
        Assert.DoesNotContain("   at ", worker.Told, StringComparison.Ordinal);
        Assert.InRange(peak, 1, Megabytes);
    }

    private static async Task<Scene> OpenAsync(FaultyClusterStore store)
    {
        var now = TimeProvider.System.GetUtcNow();
        var script = new EventScript(9, now);
        return await Scene.OpenAsync(store, new FediverseScript
        {
            Hosts = [new HostScript(EventScript.Host) { Limits = new(10_000, 10_000) }],
            Posts = [.. script.History(), .. script.More(Posts, now.AddDays(-2), 20_000)],
        });
    }
}
