using Listening.Posts;
using Listening.Stores;
using Listening.Tracking;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Listening.Polling;

/// <summary>
/// Decides when a post is gone: its own host misses it, or every configured host that showed it and answers has missed it twice,
/// <see cref="PollingOptions.ConfirmDeletionAfter"/> apart (restarts and moderation hide posts too). A host that refuses us has no vote.
/// </summary>
internal sealed partial class DeletionVotes(IMissedPosts missed, IPostStore posts, ITrackingStore tracking, IOptions<PollingOptions> options, TimeProvider time, ILogger<DeletionVotes> logger)
{
    private const int PendingAtOnce = 200;
    private const int FailuresOfSilence = 5;

    /// <summary>Counts what a host just showed and what it missed, and decides about the latter.</summary>
    public async Task CountAsync(OngoingPoll poll, IReadOnlyCollection<string> shown, IReadOnlyCollection<string> missing, DateTimeOffset at, CancellationToken ct)
    {
        // Most posts were never missed by anybody: asking is cheaper than taking back.
        var doubted = shown.Count == 0 ? [] : await missed.OfAsync(shown, ct);
        await missed.ForgetAsync([.. doubted.Select(vote => vote.PostKey).Distinct(StringComparer.Ordinal)], ct);
        if (missing.Count > 0)
        {
            await missed.NoteAsync(poll.Target.Platform, poll.Target.Host, missing, at, ct);
            await DecideAsync(poll, await missed.OfAsync(missing, ct), ct);
        }
    }

    /// <summary>The posts in doubt for which this host has yet to vote, or to confirm its vote. What can be decided without it is decided.</summary>
    public async Task<IReadOnlyList<SeenPost>> OpenAsync(OngoingPoll poll, CancellationToken ct)
    {
        var votes = await missed.PendingAsync(poll.Target.Platform, PendingAtOnce, ct);
        if (votes.Count == 0)
        {
            return [];
        }

        var known = await DecideAsync(poll, votes, ct);
        var own = votes.Where(vote => vote.Host == poll.Target.Host).ToDictionary(vote => vote.PostKey, StringComparer.Ordinal);
        return [.. known
            .Where(post => !own.TryGetValue(post.PostKey, out var vote) || (!IsConfirmed(vote) && time.GetUtcNow() - vote.FirstAt >= options.Value.ConfirmDeletionAfter))
            .Select(post => (Post: post, Via: post.SeenVia.FirstOrDefault(via => via.Host == poll.Target.Host)))
            .Where(seen => seen.Via is not null)
            .Select(seen => new SeenPost(seen.Post.PostKey, seen.Via!.NativeId, seen.Post.Matched))];
    }

    /// <summary>Turns the posts that are gone into tombstones and returns those that are still there.</summary>
    private async Task<IReadOnlyList<Post>> DecideAsync(OngoingPoll poll, IReadOnlyList<MissedPost> votes, CancellationToken ct)
    {
        var votesOf = votes.ToLookup(vote => vote.PostKey, StringComparer.Ordinal);
        var live = (await posts.GetAsync([.. votesOf.Select(group => group.Key)], ct)).Where(post => !post.IsDeleted).ToList();
        var mute = (await tracking.HealthAsync(ct)).Where(host => host.Platform == poll.Target.Platform && !HasVote(host)).Select(host => host.Host).ToHashSet(StringComparer.Ordinal);
        var voters = poll.Source.Hosts.Where(host => host == poll.Target.Host || !mute.Contains(host)).ToHashSet(StringComparer.Ordinal);
        var gone = live.Where(post => IsGone(post, [.. votesOf[post.PostKey]], voters)).ToList();
        var settled = votesOf.Select(group => group.Key).Except(live.Except(gone).Select(post => post.PostKey), StringComparer.Ordinal).ToArray();
        if (gone.Count > 0)
        {
            await posts.DeleteAsync([.. gone.Select(post => post.PostKey)], ct);
            Deleted(logger, poll.Target.Host, poll.Target.Key, gone.Count);
        }

        await missed.ForgetAsync(settled, ct);
        return [.. live.Except(gone)];
    }

    private bool IsGone(Post post, MissedPost[] votes, HashSet<string> voters)
    {
        string[] asked = [.. post.SeenVia.Select(via => via.Host).Where(voters.Contains)];
        return votes.Any(vote => vote.Host == post.Host && voters.Contains(vote.Host))
            || (asked.Length > 0 && asked.All(host => votes.Any(vote => vote.Host == host && IsConfirmed(vote))));
    }

    private bool IsConfirmed(MissedPost vote) => vote.LastAt - vote.FirstAt >= options.Value.ConfirmDeletionAfter;

    // A short failure is waited for, and so is a host that asks for a pause. Whoever was asked in vain so often, with ever longer waits in
    // between, and for as long as a vote takes, does not hold the others up.
    private bool HasVote(SourceHealth host) =>
        !host.IsRefused
        && (host.IsDemanded || host.Failures < FailuresOfSilence || time.GetUtcNow() - host.LastSuccessAt < options.Value.ConfirmDeletionAfter);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Host}: {PostCount} posts of #{Hashtag} are deleted; their texts and authors are forgotten.")]
    private static partial void Deleted(ILogger logger, string host, string hashtag, int postCount);
}
