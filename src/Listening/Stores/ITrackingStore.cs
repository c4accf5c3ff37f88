using Listening.Tracking;

namespace Listening.Stores;

/// <summary>
/// What is followed and how far it was read. Every method throws <see cref="StoreUnavailableException"/> when the store does not answer.
/// Reads see what the same process wrote before; other processes see it within a second.
/// </summary>
public interface ITrackingStore
{
    /// <summary>All followed hashtags by name, ordinal.</summary>
    Task<IReadOnlyList<TrackedHashtag>> HashtagsAsync(CancellationToken ct);

    /// <summary>False, and nothing is changed, when the hashtag is followed already.</summary>
    Task<bool> AddHashtagAsync(TrackedHashtag hashtag, CancellationToken ct);

    /// <summary>Replaces what is kept under the same name; false when it is not followed.</summary>
    Task<bool> UpdateHashtagAsync(TrackedHashtag hashtag, CancellationToken ct);

    /// <summary>False when it was not followed. Its posts stay.</summary>
    Task<bool> RemoveHashtagAsync(string hashtag, CancellationToken ct);

    /// <summary>
    /// Poll states with <see cref="PollState.NextPollAt"/> not after <paramref name="dueBy"/>, the longest due first; all of them when null, each
    /// once, in any order.
    /// </summary>
    Task<IReadOnlyList<PollState>> PollStatesAsync(DateTimeOffset? dueBy, CancellationToken ct);

    /// <summary>
    /// Compare-and-set: stores the state if its <see cref="PollState.Version"/> is the one last stored (null: if there is none yet).
    /// Returns it with its new version, or null when somebody else was faster.
    /// </summary>
    Task<PollState?> SaveAsync(PollState state, CancellationToken ct);

    /// <summary>Forgets a target that is no longer needed; unknown ones are ignored.</summary>
    Task RemovePollStateAsync(PollTarget target, CancellationToken ct);

    Task<IReadOnlyList<SourceHealth>> HealthAsync(CancellationToken ct);

    /// <summary>Replaces what is known of the host.</summary>
    Task SaveHealthAsync(SourceHealth health, CancellationToken ct);

    /// <summary>Adds to the counts of posts that were read and not kept; safe beside other writers.</summary>
    Task CountWithheldAsync(WithheldCounts counts, CancellationToken ct);

    Task<WithheldCounts> WithheldAsync(CancellationToken ct);
}
