using Listening.Worker.Demo.Fediverse;
using Listening.Worker.Demo.Fediverse.Faults;
using Microsoft.AspNetCore.Http;

namespace Listening.Tests.EndToEnd;

/// <summary>
/// A worker is killed with SIGKILL at random moments, once while the receiver of its alert refuses it. <c>LISTENING_TEST_KILLS</c> says how
/// often (default 4), <c>LISTENING_TEST_SEED</c> which moments.
/// </summary>
public abstract class KillSpecification
{
    private static readonly int Kills = Number("LISTENING_TEST_KILLS", 4);
    private static readonly int Seed = Number("LISTENING_TEST_SEED", 1);

    /// <summary>An empty store; skips where there is none.</summary>
    private protected abstract WorkerStore OpenStore();

    [Fact]
    public async Task Whatever_the_moment_nothing_is_missing_nothing_is_there_twice_and_the_same_alert_arrives()
    {
        var random = new Random(Seed);
        var script = new EventScript(Seed, TimeProvider.System.GetUtcNow());
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

            await AskedAsync(scene, worker);
            await Scene.WaitAsync(TimeSpan.FromMilliseconds(random.Next(50, 1500)));
            await worker.KillAsync();
        }

        scene.Fediverse.Hosts.ToList().ForEach(host => host.Faults.Clear());
        await using var last = scene.Watch();
        await scene.UntilCollectedAsync(last);
        await Scene.UntilAsync(() => Task.FromResult(scene.Receiver.Taken.Count > 0), () => $"no webhook was taken. The worker said:\n{last.Told}");
        await Scene.WaitAsync(TimeSpan.FromSeconds(2));

        Assert.Equal(ExpectedPost.Of(scene.Fediverse.Hosts).Select(ExpectedPost.Facts), (await scene.ExportAsync()).Select(ExpectedPost.Facts).OrderBy(post => post.Key, StringComparer.Ordinal));
        Assert.All(scene.Receiver.All, webhook => Assert.True(webhook.IsSignedWith(scene.Receiver.Key)));
        Assert.Single(scene.Receiver.All.Select(webhook => webhook.Id).Distinct());
        Assert.Single(scene.Receiver.Taken);
        Assert.Equal(0, await last.TerminateAsync());
    }

    private static async Task KillWhileTheReceiverRefusesAsync(Scene scene, EventScript script, WorkerProcess worker)
    {
        scene.Receiver.Status = StatusCodes.Status503ServiceUnavailable;
        scene.Fediverse.Add(script.Burst(TimeProvider.System.GetUtcNow()));
        await Scene.UntilAsync(() => Task.FromResult(scene.Receiver.All.Count > 0), () => $"no webhook came. The worker said:\n{worker.Told}");
        await worker.KillAsync();
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

    private static int Number(string variable, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : otherwise;
}
