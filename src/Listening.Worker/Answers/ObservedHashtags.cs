using Listening.Polling;
using Listening.Rhythm;
using Listening.Stores;
using Listening.Tracking;

namespace Listening.Worker.Answers;

/// <summary>What was observed of hashtags, put together from the targets that are read for them.</summary>
internal sealed class ObservedHashtags(ICoverageLog log, IPostStore posts, IEnumerable<IPostSource> sources, TimeProvider time)
{
    /// <summary>All of it, whatever the range of the question.</summary>
    /// <param name="hashtag">The folded hashtag.</param>
    /// <param name="followed">What is followed under that name; null when nothing is.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<HashtagCoverage> ReadAsync(string hashtag, TrackedHashtag? followed, CancellationToken ct)
    {
        string[][] keysOfSpellings = [.. (followed?.Spellings() ?? [hashtag]).Select(KeysOf)];
        var known = await log.IntervalsAsync([.. keysOfSpellings.SelectMany(keys => keys).Distinct(StringComparer.Ordinal)], null, null, ct);
        var hosts = known
            .GroupBy(coverage => (coverage.Target.Platform, coverage.Target.Host))
            .Select(group => new CoverageSource(group.Key.Platform, group.Key.Host, OfAllSpellings(group, keysOfSpellings)))
            .Where(host => host.Intervals.Count > 0)
            .ToList();
        var platforms = known.GroupBy(coverage => coverage.Target.Platform).ToDictionary(group => group.Key, group => OfAllSpellings(group, keysOfSpellings));
        string[] readNow = followed is { State: HashtagState.Active } ? [.. sources.Where(source => source.Hosts.Count > 0).Select(source => source.Platform)] : [];
        return new(hosts, FollowedSource.Of(platforms, readNow, followed?.AddedAt), time.GetUtcNow());
    }

    /// <summary>Reads every post of the range, which takes its time.</summary>
    public async Task<UnseenEstimate> EstimateAsync(string hashtag, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var sightings = new Dictionary<string, Sightings>(StringComparer.Ordinal);
        await foreach (var post in posts.ReadAsync(hashtag, from, to, tombstones: false, ct))
        {
            if (!sightings.TryGetValue(post.Platform, out var ofPlatform))
            {
                sightings.Add(post.Platform, ofPlatform = new Sightings());
            }

            ofPlatform.Add([.. post.SeenVia.Select(seen => seen.Host)]);
        }

        UnseenEstimate[] estimates = [.. sightings.Values.Select(ofPlatform => ofPlatform.Estimate())];
        return new(
            estimates.Sum(estimate => estimate.Seen),
            estimates.Any(estimate => estimate.Unseen is not null) ? estimates.Sum(estimate => estimate.Unseen) : null,
            estimates.Select(estimate => estimate.Method).Where(method => method is not null).Max());
    }

    /// <summary>Forgets what was observed of these spellings, except where it belongs to one that is still followed.</summary>
    public Task ForgetAsync(IEnumerable<string> spellings, IEnumerable<string> stillFollowed, CancellationToken ct) =>
        log.RemoveAsync([.. spellings.SelectMany(KeysOf).Except(stillFollowed.SelectMany(KeysOf), StringComparer.Ordinal)], ct);

    // An import is kept under the hashtag itself, whatever its platform makes of it.
    private string[] KeysOf(string spelling) =>
        [.. sources.SelectMany(source => source.Targets([spelling])).Select(target => target.Key).Append(spelling).Distinct(StringComparer.Ordinal)];

    // A time of which only some spellings were read was not observed.
    private static IReadOnlyList<CoverageInterval> OfAllSpellings(IEnumerable<TargetCoverage> known, string[][] keysOfSpellings) => keysOfSpellings
        .Select(keys => CoverageInterval.Unite(known.Where(coverage => keys.Contains(coverage.Target.Key)).SelectMany(coverage => coverage.Intervals)))
        .Aggregate(CoverageInterval.Common);
}
