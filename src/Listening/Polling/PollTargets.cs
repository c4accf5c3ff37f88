using Listening.Stores;
using Listening.Tracking;

namespace Listening.Polling;

/// <summary>Keeps one poll state for each target that the followed hashtags need.</summary>
public sealed class PollTargets(IEnumerable<IPostSource> sources, ITrackingStore tracking)
{
    // Listing every state each second would cost more than it tells; another process changes hashtags, never targets.
    private static readonly TimeSpan Recheck = TimeSpan.FromMinutes(1);

    private string? _plannedFor;
    private DateTimeOffset _plannedAt;
    private IReadOnlyDictionary<PollTarget, DateTimeOffset> _plan = new Dictionary<PollTarget, DateTimeOffset>();

    /// <summary>
    /// The targets of the active hashtags, each with the earliest time at which a hashtag that needs it was followed. New targets are due at
    /// once; those of a paused hashtag keep their checkpoint, those that no hashtag needs any more are forgotten.
    /// </summary>
    public async Task<IReadOnlyDictionary<PollTarget, DateTimeOffset>> PlanAsync(IReadOnlyList<TrackedHashtag> followed, DateTimeOffset now, CancellationToken ct)
    {
        var fingerprint = string.Join('\n', followed.Select(hashtag => $"{hashtag.Hashtag} {hashtag.State} {hashtag.AddedAt:O} {string.Join(' ', hashtag.With)}"));
        if (fingerprint == _plannedFor && now - _plannedAt < Recheck)
        {
            return _plan;
        }

        var needed = TargetsOf(followed);
        var known = (await tracking.PollStatesAsync(dueBy: null, ct)).Select(state => state.Target).ToHashSet();
        foreach (var target in needed.Keys.Where(target => !known.Contains(target)))
        {
            await tracking.SaveAsync(new PollState { Target = target, NextPollAt = now }, ct);
        }

        var platforms = sources.Select(source => source.Platform).ToHashSet(StringComparer.Ordinal);
        foreach (var target in known.Where(target => platforms.Contains(target.Platform) && !needed.ContainsKey(target)))
        {
            await tracking.RemovePollStateAsync(target, ct);
        }

        _plan = TargetsOf([.. followed.Where(hashtag => hashtag.State == HashtagState.Active)]);
        (_plannedFor, _plannedAt) = (fingerprint, now);
        return _plan;
    }

    /// <summary>How many targets of a host the last plan holds.</summary>
    public int CountOf(string platform, string host) => _plan.Keys.Count(target => target.Platform == platform && target.Host == host);

    private Dictionary<PollTarget, DateTimeOffset> TargetsOf(IReadOnlyList<TrackedHashtag> hashtags) => hashtags
        .SelectMany(hashtag => sources.SelectMany(source => source.Targets([.. hashtag.Spellings()])).Select(target => (target, hashtag.AddedAt)))
        .GroupBy(pair => pair.target)
        .ToDictionary(group => group.Key, group => group.Min(pair => pair.AddedAt));
}
