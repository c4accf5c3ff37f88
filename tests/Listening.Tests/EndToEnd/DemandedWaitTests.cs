using Listening.Worker.Demo.Fediverse;
using Listening.Worker.Demo.Fediverse.Faults;

namespace Listening.Tests.EndToEnd;

public sealed class DemandedWaitTests
{
    [Fact]
    public async Task A_wait_that_a_host_demands_is_not_shortened_by_killing_and_starting_the_worker()
    {
        var script = new EventScript(seed: 5, TimeProvider.System.GetUtcNow());
        await using var scene = await Scene.OpenAsync(new SqliteWorkerStore(), new FediverseScript { Hosts = [new HostScript(EventScript.Host)], Posts = script.History() });
        var host = scene.Fediverse[EventScript.Host];
        await using var first = scene.Watch();
        await scene.UntilCollectedAsync(first);

        var until = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(9);
        host.Faults.Next(new TooManyRequests { ResetsAt = until });
        await Scene.UntilAsync(() => Task.FromResult(host.Requests.All().Any(request => request.Status == 429)), () => $"nothing was asked. The worker said:\n{first.Told}");
        await Scene.UntilAsync(() => Task.FromResult(first.Told.Contains("asks us to wait", StringComparison.Ordinal)), () => $"no wait was told. The worker said:\n{first.Told}");
        await Scene.WaitAsync(TimeSpan.FromMilliseconds(500));
        await first.KillAsync();
        await using var second = scene.Watch();
        var refused = host.Requests.All().Last(request => request.Status == 429).Number;
        await Scene.UntilAsync(() => Task.FromResult(host.Requests.All()[^1].Number > refused), () => $"the host was not asked again. The worker said:\n{second.Told}");

        Assert.All(host.Requests.All().Where(request => request.Number > refused), request => Assert.True(request.At >= until, $"asked again at {request.At:O}, before {until:O}"));
    }
}
