using Listening.Stores;

namespace Listening.Polling;

/// <summary>Asks a host for posts that are stored: what it shows is merged, what it misses is its vote that the post is gone.</summary>
internal sealed class StoredPosts(PollSteps steps, DeletionVotes votes, TimeProvider time)
{
    /// <summary>False when time or the host's budget ran out before every post was asked for.</summary>
    public async Task<bool> AskAsync(OngoingPoll poll, IReadOnlyCollection<SeenPost> posts, CancellationToken ct)
    {
        if (poll.Source.RefreshBatch == 0)
        {
            return true;
        }

        foreach (var batch in posts.Chunk(poll.Source.RefreshBatch))
        {
            if (!poll.MayGoOn(time.GetUtcNow()))
            {
                return false;
            }

            var keyOfId = batch.ToDictionary(post => post.NativeId, post => post.PostKey, StringComparer.Ordinal);
            var answer = await poll.Source.RefreshAsync(poll.Target.Host, keyOfId.Keys, ct);
            await steps.KeepAgainAsync(poll, answer.Observations, answer.Budget, ct);
            var shown = answer.Observations.Select(observation => observation.NativeId).Where(keyOfId.ContainsKey).Select(id => keyOfId[id]);
            await votes.CountAsync(poll, [.. shown], [.. answer.Missing.Where(keyOfId.ContainsKey).Select(id => keyOfId[id])], answer.RequestedAt, ct);
        }

        return true;
    }
}
