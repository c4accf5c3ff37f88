using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd;

/// <summary>One run of a worker over one script, looked at by several tests.</summary>
public sealed class OneScriptRun
{
    private readonly Lock _lock = new();
    private Task<OneScriptResult>? _result;

    /// <summary>The result of the one run, which the first caller starts.</summary>
    internal Task<OneScriptResult> ResultAsync(Func<WorkerStore> open)
    {
        lock (_lock)
        {
            return _result ??= RunAsync(open);
        }
    }

    private static async Task<OneScriptResult> RunAsync(Func<WorkerStore> open)
    {
        var script = new EventScript(seed: 11, TimeProvider.System.GetUtcNow());
        await using var scene = await Scene.OpenAsync(open(), new FediverseScript
        {
            Hosts = [new HostScript(EventScript.Host) { Limits = new ScriptedLimits(10_000, 10_000) }],
            Posts = script.History(),
        });
        await using var worker = scene.Watch();
        await scene.UntilCollectedAsync(worker);
        var before = scene.Receiver.All.Count;

        scene.Fediverse.Add(script.Burst(TimeProvider.System.GetUtcNow()));
        await Scene.WaitAsync(TimeSpan.FromSeconds(2));
        await scene.UntilCollectedAsync(worker);
        await Scene.UntilAsync(() => Task.FromResult(scene.Receiver.Taken.Count > 0), () => $"no webhook came. The worker said:\n{worker.Told}");
        await Scene.WaitAsync(TimeSpan.FromSeconds(3));

        return new OneScriptResult(
            ExpectedPost.Of(scene.Fediverse.Hosts),
            before,
            await scene.ExportAsync(),
            await scene.AskJsonAsync("contributors", Scene.Hashtag, "--list", "most_active", "--limit", "5"),
            await scene.AskJsonAsync("volume", Scene.Hashtag, "--zone", "UTC"),
            await scene.AskJsonAsync("volume", Scene.Hashtag, "--zone", "America/New_York"),
            await scene.AskJsonAsync("alerts", "list"),
            scene.Receiver.All,
            scene.Receiver.Key,
            TimeProvider.System.GetUtcNow(),
            await worker.TerminateAsync(),
            worker.Told);
    }
}
