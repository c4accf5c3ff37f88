namespace Listening.Polling;

/// <summary>What a target needs besides reading on: posts in doubt, the recent past, posts that reached an age.</summary>
internal sealed class Upkeep(DeletionVotes votes, StoredPosts stored, Sweeper sweeper, Refresher refresher, TimeProvider time)
{
    public async Task RunAsync(OngoingPoll poll, TimeSpan timeOfAPart, CancellationToken ct)
    {
        poll.BeginPart(time.GetUtcNow(), timeOfAPart);
        await stored.AskAsync(poll, await votes.OpenAsync(poll, ct), ct);
        poll.BeginPart(time.GetUtcNow(), timeOfAPart);
        await sweeper.SweepAsync(poll, ct);
        poll.BeginPart(time.GetUtcNow(), timeOfAPart);
        await refresher.RefreshAsync(poll, ct);
    }
}
