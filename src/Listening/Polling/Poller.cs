using System.Collections.Concurrent;
using System.Globalization;
using Listening.Stores;
using Listening.Tracking;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Listening.Polling;

/// <summary>
/// One poll of one target: claim it, read forward to the end, then backward for a while. The only caller of sources, and the only place
/// where their exceptions are caught. After each page, in either direction, the posts are stored first and the checkpoint moves after, so
/// a crash repeats work and never loses any.
/// </summary>
internal sealed partial class Poller(
    PollSteps steps,
    CoverageWriter coverage,
    Upkeep upkeep,
    ITrackingStore tracking,
    PollRhythm rhythm,
    IEnumerable<IAfterPoll> afterPoll,
    IOptions<PollingOptions> options,
    TimeProvider time,
    ILogger<Poller> logger)
{
    // A host that fails is asked for its first page again and again.
    private readonly ConcurrentDictionary<PollTarget, bool> _saidToBegin = [];

    /// <summary>
    /// Polls a due target and returns how its host is doing after it, which is saved. Does nothing when somebody else claimed the target or
    /// the host has to be waited for; what a host does wrong ends up in its health. Throws <see cref="StoreUnavailableException"/> when the
    /// store does not answer: nobody is asked for posts that cannot be kept.
    /// </summary>
    public async Task<SourceHealth> PollAsync(PollState due, SourceHealth health, IPostSource source, Matcher matcher, DateTimeOffset backfillUntil, CancellationToken ct)
    {
        var min = options.Value.Min(source.MinInterval);
        var claimed = await tracking.SaveAsync(due with { NextPollAt = Later(time.GetUtcNow() + min, health.AvailableAt) }, ct);
        if (claimed is null || !health.IsAvailable(time.GetUtcNow()))
        {
            return health;
        }

        var poll = new OngoingPoll(claimed, health, source, matcher, backfillUntil, time.GetUtcNow());
        try
        {
            await ForwardAsync(poll, min, ct);
            poll.BeginUpkeep();
            await upkeep.RunAsync(poll, PartOf(min), ct);
            await BackAsync(poll, min, ct);
        }
        catch (TakenOverException)
        {
            TakenOver(logger, poll.Target.Host, poll.Target.Key);
            return poll.Health;
        }
        catch (RateLimitedException e)
        {
            var patience = poll.Health.Failed(time.GetUtcNow(), e.Message, min, options.Value.Max).AvailableAt!.Value;
            var until = e.Until is { } stated ? Later(time.GetUtcNow() + min, stated + Jitter()) : patience;
            poll.Health = poll.Health.Demanded(until, e.Message, e.Budget);
            HostWaits(logger, poll.Target.Platform, poll.Target.Host, e.Message, until);
        }
        catch (AuthenticationFailedException e)
        {
            poll.Health = poll.Health.Refused(time.GetUtcNow(), e.Message, options.Value.Max);
            HostFailed(logger, poll.Target.Platform, poll.Target.Host, e.Message, poll.Health.AvailableAt);
        }
        catch (PlatformException e)
        {
            poll.Health = poll.Health.Failed(time.GetUtcNow(), e.Message, min, options.Value.Max);
            HostFailed(logger, poll.Target.Platform, poll.Target.Host, e.Message, poll.Health.AvailableAt);
        }
        catch (Exception e) when (e is not (StoreUnavailableException or OperationCanceledException))
        {
            poll.Health = poll.Health.Failed(time.GetUtcNow(), "Listening met an error of its own while reading this host; its log has the details.", min, options.Value.Max);
            PollFailed(logger, poll.Target.Platform, poll.Target.Host, poll.Target.Key, e);
        }

        await AnnounceAsync(poll, ct);
        await FinishAsync(poll, ct);
        return poll.Health;
    }

    // Until a page is empty: a page shorter than its limit is no proof of the end.
    private async Task ForwardAsync(OngoingPoll poll, TimeSpan min, CancellationToken ct)
    {
        var coveredTo = poll.State.CoveredTo;
        while (poll.IsAllowed(time.GetUtcNow()))
        {
            var isFirst = poll.State.Checkpoint == Checkpoint.Start;
            var newest = poll.State.Checkpoint.Newest;
            if (isFirst && _saidToBegin.TryAdd(poll.Target, true))
            {
                FirstPoll(logger, poll.Target.Host, poll.Target.Key, poll.BackfillUntil);
            }

            var page = await poll.Source.ForwardAsync(poll.Target, newest, ct);
            await steps.KeepAsync(poll, page, ct);
            await (newest is null ? coverage.FirstAsync(poll, page, ct) : coverage.ForwardAsync(poll, page, ct));
            if (page.IsEmpty && isFirst)
            {
                // An empty page is the end of the way back too; what comes later is read from the top.
                await steps.MoveAsync(poll, Begun(poll, new(null, new BackFill(null, poll.BackfillUntil, Reached: null, Done: true))), ct);
            }

            if (page.IsEmpty || newest == page.Newest)
            {
                break;
            }

            var back = newest is null ? new BackFill(page.Oldest, poll.BackfillUntil, page.OldestAt, page.OldestAt < poll.BackfillUntil) : poll.State.Checkpoint.Back;
            await steps.MoveAsync(poll, Begun(poll, new(page.Newest, back)), ct);
            if (newest is null)
            {
                return; // what is above the top page comes with the next poll; what is below it belongs to the same picture and comes first
            }
        }

        await AnnounceAsync(poll, ct);
        if (coveredTo is { } from && poll.State.CoveredTo is { } to && to > from && IsGap(poll, from, min))
        {
            var stored = poll.Found.Outcome.Stored;
            var form = to - from < TimeSpan.FromMinutes(2) ? "yyyy-MM-dd HH:mm:ss'Z'" : "yyyy-MM-dd HH:mm'Z'";
            GapFilled(logger, poll.Target.Host, poll.Target.Key, Text(from), Text(to), stored, stored == 1 ? "post was" : "posts were");

            string Text(DateTimeOffset at) => at.ToString(form, CultureInfo.InvariantCulture);
        }
    }

    // Counted from the end of the poll before: how long that one took itself, with its way back, is no time in which nobody read.
    private bool IsGap(OngoingPoll poll, DateTimeOffset coveredTo, TimeSpan min) =>
        poll.StartedAt - Later(coveredTo, poll.State.LastSuccessAt) > options.Value.Max + min;

    private async Task BackAsync(OngoingPoll poll, TimeSpan min, CancellationToken ct)
    {
        poll.BeginPart(time.GetUtcNow(), PartOf(min));
        while (poll.State.Checkpoint is { Newest: not null, Back: { Done: false } back } checkpoint && poll.MayGoOn(time.GetUtcNow()))
        {
            var page = await poll.Source.BackAsync(poll.Target, back.Before, ct);
            await steps.KeepAsync(poll, page, ct);
            var isEnd = page.IsEmpty || page.Oldest == back.Before || page.OldestAt < back.Until;
            await coverage.BackAsync(poll, back, page, isEnd, ct);
            var next = back with { Before = page.Oldest ?? back.Before, Reached = page.OldestAt ?? back.Reached, Done = isEnd };
            await steps.MoveAsync(poll, poll.State with { Checkpoint = checkpoint with { Back = next } }, ct);
            BackfillReached(logger, poll.Target.Host, poll.Target.Key, next.Reached, isEnd ? 1 : BackFill.Share(next.Reached, next.Until, time.GetUtcNow()));
            if (isEnd)
            {
                BackfillDone(logger, poll.Target.Host, poll.Target.Key, page.OldestAt ?? back.Reached);
            }
        }
    }

    private async Task AnnounceAsync(OngoingPoll poll, CancellationToken ct)
    {
        if (!poll.Kept.StoredAny)
        {
            return;
        }

        var kept = poll.Kept;
        poll.Found = poll.Found.Plus(kept);
        poll.Kept = KeptPage.Nothing;
        foreach (var follower in afterPoll)
        {
            await follower.PostsStoredAsync(kept.Hashtags, ct);
        }
    }

    private async Task FinishAsync(OngoingPoll poll, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var isBusy = poll.Found.Outcome.Stored > 0 || poll.State.IsUnfinished;
        var quiet = isBusy ? 0 : poll.State.QuietPolls + 1;
        var interval = await rhythm.IntervalAsync(poll.State, poll.Source, poll.Found.Outcome.Stored, quiet, poll.Health.Budget, ct);
        var next = Later(now + interval, poll.Health.AvailableAt);
        await tracking.SaveHealthAsync(poll.Health, ct);
        await tracking.SaveAsync(
            poll.State with { NextPollAt = next, QuietPolls = quiet, LastSuccessAt = poll.Health.Failures == 0 ? now : poll.State.LastSuccessAt },
            ct);
        if (poll.Health.Failures == 0)
        {
            Polled(logger, poll.Found.Outcome.Stored > 0 ? LogLevel.Information : LogLevel.Debug, poll.Target.Host, poll.Target.Key, poll.Found.Outcome.Stored, poll.Found.Outcome.Updated, poll.Found.Withheld, next, (long)(now - poll.StartedAt).TotalMilliseconds);
        }
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset? b) => b > a ? b.Value : a;

    // So that many clients of one host do not come back in the same instant.
    private static TimeSpan Jitter() => TimeSpan.FromMilliseconds(Random.Shared.Next(250, 2000));

    private static TimeSpan PartOf(TimeSpan min) => min > ShortestPart ? min : ShortestPart;

    private static readonly TimeSpan ShortestPart = TimeSpan.FromSeconds(10);

    // The first page is as fresh as a sweep and a refresh would make it.
    private static PollState Begun(OngoingPoll poll, Checkpoint checkpoint) => poll.State with
    {
        Checkpoint = checkpoint,
        SweptAt = poll.State.SweptAt ?? poll.StartedAt,
        RefreshedAt = poll.State.RefreshedAt ?? poll.StartedAt,
    };
}
