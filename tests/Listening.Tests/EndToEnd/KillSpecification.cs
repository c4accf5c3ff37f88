using Listening.Worker.Demo.Fediverse;
using Listening.Worker.Demo.Fediverse.Faults;
using Microsoft.AspNetCore.Http;

namespace Listening.Tests.EndToEnd;

/// <summary>
/// A worker is killed with SIGKILL: at random moments, inside a write, and once while the receiver of its alert refuses it.
/// <c>LISTENING_TEST_SEEDS</c> says for how many seeds (default 1), each four kills.
/// </summary>
public abstract class KillSpecification
{
    private const int Kills = 4;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, int.TryParse(Environment.GetEnvironmentVariable("LISTENING_TEST_SEEDS"), out var seeds) ? seeds : 1)];

    /// <summary>An empty store; skips where there is none.</summary>
    private protected abstract WorkerStore OpenStore();

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_the_moment_nothing_is_missing_nothing_is_there_twice_and_the_same_alert_arrives(int seed)
    {
        var random = new Random(seed);
        var script = new EventScript(seed, TimeProvider.System.GetUtcNow());
        await using var scene = await Scene.OpenAsync(OpenStore(), new FediverseScript
        {
            Hosts = [Host(EventScript.Host), Host("second.example")],
            Posts = script.History(),
        });
        SlowDown(scene, TimeSpan.FromMilliseconds(150));
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var worker = scene.Watch();
            scene.Fediverse.Add(script.More(25, TimeProvider.System.GetUtcNow(), 10_000 + (100 * kill)));
            if (kill == Kills / 2)
            {
                await KillWhileTheReceiverRefusesAsync(scene, script, worker);
                continue;
            }

            if (kill % 2 == 1)
            {
                await KillInsideAWriteAsync(scene, worker);
                continue;
            }

            await AskedAsync(scene, worker);
            await Scene.WaitAsync(TimeSpan.FromMilliseconds(random.Next(50, 1500)));
            await KillAsync(scene, worker);
        }

        scene.Fediverse.Hosts.ToList().ForEach(host => host.Faults.Clear());
        await using var last = scene.Watch();
        await scene.UntilCollectedAsync(last);
        await Scene.UntilAsync(() => Task.FromResult(scene.Receiver.Taken.Count > 0), () => $"no webhook was taken. The worker said:\n{last.Told}");
        await Scene.WaitAsync(TimeSpan.FromSeconds(2));

        Assert.Equal(ExpectedPost.Of(scene.Fediverse.Hosts).Select(ExpectedPost.Facts), (await scene.ExportAsync()).Select(ExpectedPost.Facts).OrderBy(post => post.Key, StringComparer.Ordinal));
        Assert.All(scene.Receiver.All, webhook => Assert.True(webhook.IsSignedWith(scene.Receiver.Key)));
        // A kill between the receiver's answer and its recording repeats the webhook; its id says that it is the same.
        var id = Assert.Single(scene.Receiver.All.Select(webhook => webhook.Id).Distinct());
        var alert = Assert.Single((await scene.AskJsonAsync("alerts", "list")).GetProperty("alerts").EnumerateArray().ToList());
        Assert.Equal(id, alert.GetProperty("key").GetString());
        Assert.Equal(1, alert.GetProperty("sent").GetArrayLength());
        Assert.Equal(0, await last.TerminateAsync());
    }

    private static async Task KillAsync(Scene scene, WorkerProcess worker)
    {
        await worker.KillAsync();
        await scene.Store.ForgetKilledAsync();
    }

    private static async Task KillInsideAWriteAsync(Scene scene, WorkerProcess worker)
    {
        await AskedAsync(scene, worker);
        await scene.Store.InsideAWriteAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60));
        await worker.KillAsync();
        scene.Store.GoOn();
        await scene.Store.ForgetKilledAsync();
    }

    private static async Task KillWhileTheReceiverRefusesAsync(Scene scene, EventScript script, WorkerProcess worker)
    {
        scene.Receiver.Status = StatusCodes.Status503ServiceUnavailable;
        scene.Fediverse.Add(script.Burst(TimeProvider.System.GetUtcNow()));
        await Scene.UntilAsync(() => Task.FromResult(scene.Receiver.All.Count > 0), () => $"no webhook came. The worker said:\n{worker.Told}");
        await KillAsync(scene, worker);
        scene.Receiver.Status = StatusCodes.Status204NoContent;
    }

    /// <summary>Waits until the worker has begun to ask, so that a kill meets it at work.</summary>
    private static async Task AskedAsync(Scene scene, WorkerProcess worker)
    {
        var before = scene.Fediverse.Hosts.Sum(host => host.Requests.All().Count);
        await Scene.UntilAsync(
            () => Task.FromResult(scene.Fediverse.Hosts.Sum(host => host.Requests.All().Count) > before),
            () => $"no host was asked. The worker said:\n{worker.Told}");
    }

    /// <summary>Named by its address, so that the worker knows whose home it is.</summary>
    private static HostScript Host(string name) => new(name) { IsNamedByAddress = true, Limits = new ScriptedLimits(10_000, 10_000) };

    private static void SlowDown(Scene scene, TimeSpan wait) => scene.Fediverse.Hosts.ToList().ForEach(host => host.Faults.Always(new Late(wait)));
}
