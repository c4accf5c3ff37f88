namespace Listening.Stores;

/// <summary>
/// Who does what where several workers share a store, by compare-and-set alone: the store knows nothing of time. Registered only by a store
/// that can be shared; where there is none, the one worker has every lane. A lease keeps two workers from asking the same host; it is no
/// fence for posts, whose keys are deterministic. Every method throws <see cref="StoreUnavailableException"/> when the store does not answer:
/// then a write may or may not have been carried out, and <see cref="ListAsync"/> tells by <see cref="LaneLease.Owner"/>.
/// </summary>
public interface ILaneLeases
{
    /// <summary>Every lease that is stored, lapsed ones too, at its version. Sees every write that has returned, of any process.</summary>
    Task<IReadOnlyList<LaneLease>> ListAsync(CancellationToken ct);

    /// <summary>
    /// Takes a lane, also from whoever let it lapse, or renews a lease: stores it if its <see cref="LaneLease.Version"/> is the one last stored
    /// (null: if there is none). Returns it with its new version, which differs after each call, or null when somebody else was faster.
    /// </summary>
    Task<LaneLease?> TakeAsync(LaneLease lease, CancellationToken ct);

    /// <summary>Takes the lease away if its version is the one last stored; else it is somebody else's by now, or gone, and nothing changes.</summary>
    Task ReleaseAsync(LaneLease lease, CancellationToken ct);
}
