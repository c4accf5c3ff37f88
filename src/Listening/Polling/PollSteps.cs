using Listening.Stores;
using Listening.Tracking;
using Microsoft.Extensions.Logging;

namespace Listening.Polling;

/// <summary>The two steps that every kind of reading takes: keep what was read, then, and only then, move.</summary>
internal sealed partial class PollSteps(PageKeeper keeper, ITrackingStore tracking, TimeProvider time, ILogger<PollSteps> logger)
{
    public async Task KeepAsync(OngoingPoll poll, PostPage page, CancellationToken ct)
    {
        Answered(poll, page.Budget);
        poll.Kept = poll.Kept.Plus(await keeper.KeepAsync(page, poll.Source, poll.Matcher, ct));
        if (page.Unreadable > 0)
        {
            EntriesUnreadable(logger, poll.Target.Host, poll.Target.Key, page.Unreadable);
        }
    }

    /// <summary>The same for posts that may be stored already: nothing is counted as withheld again.</summary>
    public async Task KeepAgainAsync(OngoingPoll poll, IReadOnlyList<Observation> observations, HostBudget? budget, CancellationToken ct)
    {
        Answered(poll, budget);
        poll.Kept = poll.Kept.Plus(await keeper.KeepAgainAsync(observations, poll.Source, poll.Matcher, ct));
    }

    /// <summary>Throws <see cref="TakenOverException"/> when somebody else moved the target meanwhile.</summary>
    public async Task MoveAsync(OngoingPoll poll, PollState state, CancellationToken ct) =>
        poll.State = await tracking.SaveAsync(state, ct) ?? throw new TakenOverException();

    private void Answered(OngoingPoll poll, HostBudget? budget) => poll.Health = poll.Health.Succeeded(time.GetUtcNow(), budget);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Host}: {UnreadableCount} entries of #{Hashtag} could not be read as posts and were left out.")]
    private static partial void EntriesUnreadable(ILogger logger, string host, string hashtag, int unreadableCount);
}
