using Listening.Stores;
using Listening.Tracking;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Listening.Polling;

/// <summary>
/// Reads the recent past of a target again, from the top down: a post that a host fetched later sorts into the past, where no forward poll
/// sees it; texts are edited; and a stored post that is not listed any more is asked for, because it may be gone. A sweep goes on where it
/// was when its time or the host's budget runs out.
/// </summary>
internal sealed partial class Sweeper(PollSteps steps, StoredPosts stored, IPostStore posts, IOptions<PollingOptions> options, TimeProvider time, ILogger<Sweeper> logger)
{
    public async Task SweepAsync(OngoingPoll poll, CancellationToken ct)
    {
        var sweep = poll.State.Sweep ?? Due(poll);
        while (sweep is not null && poll.MayGoOn(time.GetUtcNow()))
        {
            var page = sweep.Before is null
                ? await poll.Source.ForwardAsync(poll.Target, newest: null, ct)
                : await poll.Source.BackAsync(poll.Target, sweep.Before, ct);
            await steps.KeepAgainAsync(poll, page.Observations, page.Budget, ct);
            await AskForUnlistedAsync(poll, sweep, page, ct);
            if (page.IsEmpty || page.Oldest == sweep.Before || page.OldestAt < sweep.Until)
            {
                await steps.MoveAsync(poll, poll.State with { Sweep = null, SweptAt = sweep.StartedAt }, ct);
                Swept(logger, poll.Target.Host, poll.Target.Key, sweep.Until);
                return;
            }

            sweep = sweep with { Before = page.Oldest };
            await steps.MoveAsync(poll, poll.State with { Sweep = sweep }, ct);
        }
    }

    // Before the first page there is nothing to read again.
    private SweepPosition? Due(OngoingPoll poll)
    {
        var now = time.GetUtcNow();
        return poll.State.Checkpoint.Back is null || now - poll.State.SweptAt < options.Value.SweepInterval
            ? null
            : new SweepPosition(null, now, now - options.Value.SweepWindow);
    }

    // Below the last page nothing is listed, whatever is stored from there.
    private async Task AskForUnlistedAsync(OngoingPoll poll, SweepPosition sweep, PostPage page, CancellationToken ct)
    {
        var listed = page.Observations.Select(observation => observation.NativeId).ToHashSet(StringComparer.Ordinal);
        var from = page.IsEmpty ? poll.Source.PositionAt(sweep.Until) : page.Oldest;
        var known = await posts.SeenByIdAsync(poll.Target.Platform, poll.Target.Host, from, sweep.Before, ct);
        SeenPost[] unlisted = [.. known.Where(post => !listed.Contains(post.NativeId) && poll.Lists(post))];
        await stored.AskAsync(poll, unlisted, ct);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Host}: #{Hashtag} was read again back to {Until:yyyy-MM-dd HH:mm}Z.")]
    private static partial void Swept(ILogger logger, string host, string hashtag, DateTimeOffset until);
}
