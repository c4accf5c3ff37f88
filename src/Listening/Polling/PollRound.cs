using System.Collections.Concurrent;
using Listening.Stores;
using Listening.Tracking;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Listening.Polling;

/// <summary>
/// Finds what is due in the lanes that are ours and starts its polls. A lane (one host) reads one target after the other, so that what the host
/// demands is known before its next request. Asks the store first, so that no host is asked while the store is down.
/// </summary>
public sealed partial class PollRound
{
    private readonly Dictionary<string, IPostSource> _sources;
    private readonly IStore _store;
    private readonly ITrackingStore _tracking;
    private readonly PollTargets _targets;
    private readonly Poller _poller;
    private readonly LaneHolder _lanes;
    private readonly PollingOptions _options;
    private readonly RetentionOptions _retention;
    private readonly TimeProvider _time;
    private readonly ILogger<PollRound> _logger;
    private readonly ConcurrentDictionary<Lane, Task> _running = [];
    private int _isTicking;
    private bool _storeIsDown;
    private bool _saidThatNobodyAnswers;

    internal PollRound(
        IEnumerable<IPostSource> sources,
        IStore store,
        ITrackingStore tracking,
        PollTargets targets,
        Poller poller,
        LaneHolder lanes,
        IOptions<PollingOptions> options,
        IOptions<RetentionOptions> retention,
        TimeProvider time,
        ILogger<PollRound> logger)
    {
        _sources = sources.ToDictionary(source => source.Platform, StringComparer.Ordinal);
        (_store, _tracking, _targets, _poller, _lanes, _options, _retention, _time, _logger) = (store, tracking, targets, poller, lanes, options.Value, retention.Value, time, logger);
    }

    /// <summary>Starts the polls that are due and returns without waiting for them. A tick during another one does nothing.</summary>
    public async Task TickAsync(CancellationToken ct)
    {
        if (Interlocked.Exchange(ref _isTicking, 1) == 1)
        {
            return;
        }

        try
        {
            var wasDown = _storeIsDown;
            if (wasDown)
            {
                // What failed last may have been a write, which a store that answers questions need not take.
                await _store.CheckWritableAsync(ct);
            }

            await StartDueAsync(ct);
            if (wasDown)
            {
                _storeIsDown = false;
                StoreAnswersAgain(_logger);
            }
        }
        catch (StoreUnavailableException e)
        {
            SayOnceThatTheStoreIsDown(e);
        }
        finally
        {
            Volatile.Write(ref _isTicking, 0);
        }
    }

    /// <summary>Waits for the polls that run; they end by themselves once the token they were started with is cancelled.</summary>
    public Task DrainAsync(CancellationToken ct) => Task.WhenAll(_running.Values).WaitAsync(ct);

    private async Task StartDueAsync(CancellationToken ct)
    {
        // Before health is read: a lane that ends in between, here or with the worker that had it, has saved what its host demands.
        await ForgetEndedLanesAsync();
        var ours = _sources.Values
            .SelectMany(source => source.Hosts.Select(host => new Lane(source.Platform, host)))
            .Where(lane => !_running.ContainsKey(lane))
            .Select(lane => (lane, hold: _lanes.Held(lane)))
            .Where(held => held.hold is { IsOpen: true })
            .ToDictionary(held => held.lane, held => held.hold!);
        var now = _time.GetUtcNow();
        var followed = await _tracking.HashtagsAsync(ct);
        var plan = await _targets.PlanAsync(followed, now, ct);
        var due = await _tracking.PollStatesAsync(now, ct);
        var health = (await _tracking.HealthAsync(ct)).ToDictionary(known => new Lane(known.Platform, known.Host));
        SayOnceThatNobodyAnswers(plan.Keys, health);
        var matcher = new Matcher(followed);
        foreach (var states in due.Where(state => plan.ContainsKey(state.Target)).GroupBy(state => new Lane(state.Target.Platform, state.Target.Host)))
        {
            var known = health.GetValueOrDefault(states.Key) ?? new SourceHealth { Platform = states.Key.Kind, Host = states.Key.Name };
            if (ours.TryGetValue(states.Key, out var hold) && known.IsAvailable(now))
            {
                _running[states.Key] = RunLaneAsync(hold, states.Key.Kind, [.. states.Select(state => (state, BackfillUntil(plan[state.Target], now)))], known, matcher, ct);
            }
        }
    }

    private DateTimeOffset BackfillUntil(DateTimeOffset followedAt, DateTimeOffset now) =>
        _retention.KeptFrom(now) is { } keptFrom && keptFrom > followedAt - _options.Backfill ? keptFrom : followedAt - _options.Backfill;

    private async Task RunLaneAsync(LaneHold hold, string platform, IReadOnlyList<(PollState State, DateTimeOffset BackfillUntil)> due, SourceHealth health, Matcher matcher, CancellationToken ct)
    {
        await Task.Yield();
        try
        {
            await hold.RunAsync(PollAsync, ct);
        }
        catch (StoreUnavailableException e)
        {
            SayOnceThatTheStoreIsDown(e);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The page that was being read is read again after the next start.
        }

        async Task PollAsync(CancellationToken whileOurs)
        {
            foreach (var (state, backfillUntil) in due.TakeWhile(_ => hold.IsOpen && health.IsAvailable(_time.GetUtcNow())))
            {
                health = await _poller.PollAsync(state, health, _sources[platform], matcher, backfillUntil, whileOurs);
            }
        }
    }

    // Only a tick, of which there is one at a time, adds and removes lanes. What nobody foresaw in one goes on to whoever runs the ticks.
    private async Task ForgetEndedLanesAsync()
    {
        foreach (var (lane, poll) in _running.Where(running => running.Value.IsCompleted))
        {
            _running.TryRemove(lane, out _);
            await poll;
        }
    }

    private void SayOnceThatTheStoreIsDown(StoreUnavailableException e)
    {
        if (!_storeIsDown)
        {
            _storeIsDown = true;
            StoreDown(_logger, e.Message);
        }
    }

    // A host of which nothing is known was not asked to the end yet.
    private void SayOnceThatNobodyAnswers(IEnumerable<PollTarget> plan, Dictionary<Lane, SourceHealth> health)
    {
        if (!_saidThatNobodyAnswers && plan.Any() && plan.All(target => health.GetValueOrDefault(new Lane(target.Platform, target.Host)) is { LastSuccessAt: null, Failures: > 0 }))
        {
            _saidThatNobodyAnswers = true;
            NobodyAnswers(_logger);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Reason} No host is asked until the store answers; nothing is lost, and reading goes on by itself.")]
    private static partial void StoreDown(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The store answers again; reading goes on.")]
    private static partial void StoreAnswersAgain(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No host has answered yet. Without a network, --demo shows a scripted community instead.")]
    private static partial void NobodyAnswers(ILogger logger);
}
