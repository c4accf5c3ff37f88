using System.Diagnostics;
using System.Globalization;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>A worker reads a federation through its past and its turn, undisturbed or killed again and again, and is judged.</summary>
internal sealed class FederationRun(FederationStage stage, int seed, int kills) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = FederationFaults.LongestOutage + TimeSpan.FromSeconds(39);

    // A sweep, the time of a confirmation and another sweep: whatever would be undone is undone by then.
    private static readonly TimeSpan Steadiness = FederationFaults.LongestOutage + TimeSpan.FromSeconds(4);

    // To look is a command that reads the whole store, beside a worker that is to be quick.
    private static readonly TimeSpan BetweenLooksAtTheStore = TimeSpan.FromSeconds(2);

    // A worker that starts again sweeps before it goes on with the past.
    private static readonly TimeSpan LatestKillInThePast = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LatestKillInTheTurn = TimeSpan.FromSeconds(1.5);

    private readonly Random _random = new(seed);
    private readonly List<DateTimeOffset> _killed = [];
    private readonly List<Difference> _seen = [];
    private readonly List<string> _took = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private WorkerProcess _worker = stage.Watch();

    public async Task<FederationResult> JudgeAsync()
    {
        var past = stage.Script.Past;
        await KillAsync(kills / 2, LatestKillInThePast, () => (past, ExpectedTimes.Of(TimeProvider.System.GetUtcNow())));
        var known = stage.Expect(past, ExpectedTimes.Of(TimeProvider.System.GetUtcNow())).Live;
        await UntilNoneIsLeftAsync(async () => known - await stage.PostsAsync());
        Took("past");

        var collected = TimeProvider.System.GetUtcNow();
        var turn = stage.Script.Turn(collected.AddMilliseconds(500));
        stage.Fediverse.Replace(turn.Changed);
        stage.Fediverse.Add(turn.New);
        var posts = turn.Over(past);
        var healed = FederationFaults.DuringAsync(stage.Fediverse, turn);
        await KillAsync(kills - (kills / 2), LatestKillInTheTurn, () => (posts, ExpectedTimes.Of(collected, TimeProvider.System.GetUtcNow())));
        await healed;
        Took("turn");

        var expected = stage.Expect(posts, ExpectedTimes.Of(collected, turn.Ends.AddSeconds(1)));
        await UntilNoneIsLeftAsync(async () => StoreJudge.Judge(expected, await stage.ExportAsync()).Count, BetweenLooksAtTheStore);
        await Scene.WaitAsync(Steadiness);
        Took("settled");
        await EndAsync();
        var reading = await stage.ReadAsync();
        Took("read");
        return new FederationResult(seed, expected, reading.Export, [.. _seen.Concat(Judge(expected, reading)).Distinct()], _worker.Told, string.Join(", ", _took));
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync();
        await stage.DisposeAsync();
    }

    private IEnumerable<Difference> Judge(ExpectedStore expected, StoreReading reading) =>
    [
        .. StoreJudge.Judge(expected, reading.Export),
        .. SearchJudge.Judge(expected, reading),
        .. ClaimJudge.Status(reading.Status!.Value, reading.Export, stage.Fediverse.Hosts, stage.Script.Hosts),
        .. reading.Coverage is { } coverage
            ? ClaimJudge.Coverage(coverage, stage.Fediverse.Hosts, stage.Script.Hosts, stage.Script.Begins)
            : [new Difference(DifferenceKind.Untrue, "coverage", "the command does not end well")],
        .. stage.JudgeRequests(_killed),
    ];

    private async Task EndAsync()
    {
        if (await _worker.TerminateAsync() is var exit and not 0)
        {
            _seen.Add(new Difference(DifferenceKind.Untrue, "run", $"it ended with {exit}"));
        }

        if (_worker.Told.Contains("   at ", StringComparison.Ordinal))
        {
            _seen.Add(new Difference(DifferenceKind.Untrue, "run", "it showed a stack trace"));
        }
    }

    private async Task KillAsync(int times, TimeSpan latest, Func<(IReadOnlyList<ScriptedPost> Posts, ExpectedTimes Times)> expectation)
    {
        for (var kill = 0; kill < times; kill++)
        {
            var asked = Asked();
            await UntilNoneIsLeftAsync(() => Task.FromResult(Asked() > asked ? 0L : 1));
            await Scene.WaitAsync(TimeSpan.FromMilliseconds(_random.Next(100, (int)latest.TotalMilliseconds)));
            await _worker.KillAsync();
            _killed.Add(TimeProvider.System.GetUtcNow());
            if (kill % 2 == 0 && await stage.CoverageAsync() is { } coverage)
            {
                var export = await stage.ExportAsync();
                var (posts, moment) = expectation();
                _seen.AddRange(ClaimJudge.AheadOfStore(coverage, export, stage.Expect(posts, moment), posts, stage.Fediverse.Hosts, stage.Script.Hosts, moment.At));
            }

            await _worker.DisposeAsync();
            await stage.ForgetKilledAsync();
            _worker = stage.Watch();
        }
    }

    private int Asked() => stage.Fediverse.Hosts.Sum(host => host.Requests.All().Count);

    /// <summary>Waits as long as there is less and less left, however slow the machine is; what is not reached is left to the judge.</summary>
    private static async Task UntilNoneIsLeftAsync(Func<Task<long>> left, TimeSpan? betweenLooks = null)
    {
        var least = long.MaxValue;
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience && await left() is > 0 and var now; await Scene.WaitAsync(betweenLooks ?? TimeSpan.FromMilliseconds(500)))
        {
            if (now < least)
            {
                least = now;
                watch.Restart();
            }
        }
    }

    private void Took(string part) => _took.Add(string.Create(CultureInfo.InvariantCulture, $"{part} after {_watch.Elapsed.TotalSeconds:F0} s"));
}
