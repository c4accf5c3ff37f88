using Listening.Worker.Demo.Fediverse;
using Listening.Worker.Demo.Fediverse.Faults;

namespace Listening.Tests.EndToEnd;

public sealed class FaultyHostTests
{
    [Fact]
    public async Task Whatever_a_host_answers_everything_is_collected_in_the_end_and_no_stack_trace_is_shown()
    {
        var script = new EventScript(seed: 6, TimeProvider.System.GetUtcNow());
        await using var scene = await Scene.OpenAsync(new SqliteWorkerStore(), new FediverseScript { Hosts = [new HostScript(EventScript.Host)], Posts = script.History() });
        var host = scene.Fediverse[EventScript.Host];
        foreach (var fault in new ScriptedFault[] { new HtmlPage(200, "Log in"), new HalfBody(), new ErrorStatus(500), new ConnectionReset(), new HtmlPage(503), new TooManyRequests { RetryAfter = TimeSpan.FromSeconds(1) }, new TooManyRequests() })
        {
            host.Faults.Next(fault);
            host.Faults.Next(null, requests: 2);
        }

        await using var worker = scene.Watch();
        await scene.UntilCollectedAsync(worker);
        await host.StopAsync();
        await Scene.UntilAsync(() => Task.FromResult(worker.Told.Contains("refuses connections", StringComparison.Ordinal)), () => $"the outage was not told. The worker said:\n{worker.Told}");
        scene.Fediverse.Add(script.More(10, TimeProvider.System.GetUtcNow(), 20_000));
        await Scene.WaitAsync(TimeSpan.FromMilliseconds(100));
        await host.StartAsync(TestContext.Current.CancellationToken);
        await scene.UntilCollectedAsync(worker);

        Assert.DoesNotContain("   at ", worker.Told, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", worker.Told, StringComparison.Ordinal);
        Assert.All(host.Requests.All(), request => Assert.InRange(request.InFlight, 1, 2));
        Assert.All(host.Requests.All(), request => Assert.Contains("Listening", request.UserAgent, StringComparison.Ordinal));
        Assert.Equal(0, await worker.TerminateAsync());
    }
}
