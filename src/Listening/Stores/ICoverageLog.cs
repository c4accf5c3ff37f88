using Listening.Tracking;

namespace Listening.Stores;

/// <summary>
/// Which times of each target were observed: a time is observed when everything that the target lists of it has been read, then or later.
/// An import is recorded like a target of the platform and host of its posts, from its first post to the second after its last one, with
/// the folded hashtag as its key (where the hashtag has several spellings, once for each of them). Every method throws <see cref="StoreUnavailableException"/> when the store does not answer.
/// </summary>
public interface ICoverageLog
{
    /// <summary>
    /// Adds a half-open interval, cut to seconds (see <see cref="CoverageInterval"/>), and unites it with those of the same target that it
    /// overlaps or touches. Repeating it changes nothing, an empty one neither; safe beside other writers.
    /// </summary>
    /// <param name="target">What was read.</param>
    /// <param name="from">First instant that was observed.</param>
    /// <param name="to">First instant that was no longer observed: no later than when the request was sent.</param>
    /// <param name="ct">Gives up.</param>
    Task RecordAsync(PollTarget target, DateTimeOffset from, DateTimeOffset to, CancellationToken ct);

    /// <summary>
    /// What was observed, at every platform and host, of the targets with one of these <see cref="PollTarget.Key"/>s (null: of all), cut to the
    /// range (null: no bound). Ordered by platform, host and key, ordinal; a target of which nothing was observed in the range is left out.
    /// </summary>
    Task<IReadOnlyList<TargetCoverage>> IntervalsAsync(IReadOnlyCollection<string>? keys, DateTimeOffset? from, DateTimeOffset? to, CancellationToken ct);

    /// <summary>Forgets what was observed of the targets with these keys: whoever erases their posts has to.</summary>
    Task RemoveAsync(IReadOnlyCollection<string> keys, CancellationToken ct);
}
