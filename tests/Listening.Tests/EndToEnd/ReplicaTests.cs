using Listening.Tests.Storage.Elasticsearch;
using Microsoft.AspNetCore.Http;

namespace Listening.Tests.EndToEnd;

/// <summary>
/// Two workers on one Elasticsearch. <c>LISTENING_TEST_TAKEOVERS</c> says how many of them are killed, one after the other (default 2).
/// </summary>
[Collection(OneAfterTheOther.Name)]
public sealed class ReplicaTests(ITestOutputHelper output)
{
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("LISTENING_TEST_TAKEOVERS"), out var kills) ? kills : 2;

    // A sixth of the default. Beside it, the seconds that a busy machine takes for the ticks and requests of a takeover count for little.
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(20);

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Two_workers_share_the_hosts_and_when_one_is_killed_the_other_goes_on_within_two_terms()
    {
        ElasticsearchNode.SkipWithoutNode();
        var script = new EventScript(11, Now);
        await using var stage = await ReplicaStage.OpenAsync(script, $"{Term.TotalSeconds}s");
        var scene = stage.Scene;
        scene.Receiver.Status = StatusCodes.Status503ServiceUnavailable;
        var first = stage.Start();
        await stage.UntilSharedAsync(first);
        var second = stage.Start();
        await stage.UntilSharedAsync(first, second);
        scene.Fediverse.Add(script.Burst(Now));
        await Scene.UntilAsync(() => Task.FromResult(scene.Receiver.All.Count > 0), () => $"no webhook came.{stage.Told()}");

        List<TimeSpan> takeovers = [];
        for (var kill = 0; kill < Kills; kill++)
        {
            scene.Fediverse.Add(script.More(15, Now, 10_000 + (100 * kill)));
            var lost = stage.AskedBy().Where(host => host.Value == first).Select(host => host.Key).ToList();
            await stage.ProcessOf(first).KillAsync();
            takeovers.Add(await stage.UntilTakenOverAsync(lost, second, Now));
            scene.Receiver.Status = StatusCodes.Status204NoContent;
            (first, second) = (second, stage.Start());
            await stage.UntilSharedAsync(first, second);
        }

        await stage.UntilCollectedAsync();
        await Scene.UntilAsync(() => Task.FromResult(scene.Receiver.Taken.Count > 0), () => $"no webhook was taken.{stage.Told()}");
        output.WriteLine($"with a term of {Term.TotalSeconds} s the hosts of a killed worker were asked again after {string.Join(", ", takeovers.Select(takeover => $"{takeover.TotalSeconds:0.0}"))} s; {stage.Handovers()} handovers; {scene.Receiver.All.Count} attempts at the webhook");

        Assert.All(takeovers, takeover => Assert.InRange(takeover, TimeSpan.Zero, 2 * Term));
        Assert.Empty(stage.Overlaps());
        // Two hosts go to the second worker; with each kill two go to the other, and two back. Workers that share nothing would take turns all the time.
        Assert.InRange(stage.Handovers(), 2 + (4 * Kills), 2 * (2 + (4 * Kills)));
        var alert = Assert.Single((await scene.AskJsonAsync("alerts", "list")).GetProperty("alerts").EnumerateArray().ToList());
        Assert.Equal(alert.GetProperty("key").GetString(), Assert.Single(scene.Receiver.Taken).Id);
    }

    [Fact]
    public async Task A_worker_that_is_told_to_stop_hands_its_hosts_over_at_once_and_status_says_who_has_them()
    {
        ElasticsearchNode.SkipWithoutNode();
        await using var stage = await ReplicaStage.OpenAsync(new EventScript(12, Now), term: "2m");
        var first = stage.Start();
        await stage.UntilSharedAsync(first);
        var second = stage.Start();
        await stage.UntilSharedAsync(first, second);
        var shared = await stage.Scene.AskJsonAsync("status");
        var words = await stage.Scene.AskAsync("status");

        var stopped = Now;
        var lost = stage.AskedBy().Where(host => host.Value == first).Select(host => host.Key).ToList();
        Assert.Equal(0, await stage.ProcessOf(first).TerminateAsync());
        var handover = await stage.UntilTakenOverAsync(lost, second, stopped);
        output.WriteLine($"the hosts of a stopped worker were asked again after {handover.TotalSeconds:0.0} s");
        var alone = await stage.Scene.AskJsonAsync("status");

        Assert.InRange(handover, TimeSpan.Zero, TimeSpan.FromSeconds(15));
        Assert.Empty(stage.Overlaps());
        Assert.Equal(2, shared.GetProperty("workers").GetArrayLength());
        Assert.Equal([2, 2], shared.GetProperty("sources").EnumerateArray().CountBy(source => source.GetProperty("held_by").GetString()!).Select(worker => worker.Value));
        Assert.Equal(1, alone.GetProperty("workers").GetArrayLength());
        Assert.Contains("2 workers share the hosts: ", words, StringComparison.Ordinal);
    }
}
