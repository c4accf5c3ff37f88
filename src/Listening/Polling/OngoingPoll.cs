using Listening.Stores;
using Listening.Tracking;

namespace Listening.Polling;

/// <summary>What one poll of one target knows while it runs.</summary>
internal sealed class OngoingPoll(PollState state, SourceHealth health, IPostSource source, Matcher matcher, DateTimeOffset backfillUntil, DateTimeOffset startedAt)
{
    private DateTimeOffset _upkeepUntil;
    private int _reserve;

    public PollState State { get; set; } = state;

    public SourceHealth Health { get; set; } = health;

    /// <summary>Kept since the followers were told.</summary>
    public KeptPage Kept { get; set; } = KeptPage.Nothing;

    /// <summary>Kept and told.</summary>
    public KeptPage Found { get; set; } = KeptPage.Nothing;

    public PollTarget Target => State.Target;

    public IPostSource Source => source;

    public Matcher Matcher => matcher;

    public DateTimeOffset BackfillUntil => backfillUntil;

    public DateTimeOffset StartedAt => startedAt;

    /// <summary>Whether the target is where a stored post is listed.</summary>
    public bool Lists(SeenPost post) => post.Matched.Any(hashtag => source.Fold(hashtag) == Target.Key);

    public bool IsAllowed(DateTimeOffset now) => Health.IsAvailable(now);

    /// <summary>
    /// What follows is no forward poll: together it takes at most half of what the host still allows, and each part no longer than until
    /// the next forward poll is due.
    /// </summary>
    public void BeginUpkeep() => _reserve = Health.Budget?.Remaining / 2 ?? 0;

    public void BeginPart(DateTimeOffset now, TimeSpan time) => _upkeepUntil = now + time;

    public bool MayGoOn(DateTimeOffset now) =>
        IsAllowed(now) && now < _upkeepUntil && !(Health.Budget is { } budget && budget.Remaining < _reserve && budget.ResetsAt > now);
}
