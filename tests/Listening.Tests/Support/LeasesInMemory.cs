using Listening.Stores;

namespace Listening.Tests.Support;

/// <summary>The leases of workers that share a store, without one; kept to the same specification.</summary>
internal sealed class LeasesInMemory : ILaneLeases
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Lane, LaneLease> _leases = [];
    private int _writes;

    public Task<IReadOnlyList<LaneLease>> ListAsync(CancellationToken ct)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<LaneLease>>([.. _leases.Values]);
        }
    }

    public Task<LaneLease?> TakeAsync(LaneLease lease, CancellationToken ct)
    {
        lock (_lock)
        {
            return Task.FromResult(_leases.GetValueOrDefault(lease.Lane)?.Version != lease.Version
                ? null
                : _leases[lease.Lane] = lease with { Version = $"{++_writes}" });
        }
    }

    public Task ReleaseAsync(LaneLease lease, CancellationToken ct)
    {
        lock (_lock)
        {
            if (_leases.GetValueOrDefault(lease.Lane)?.Version == lease.Version)
            {
                _leases.Remove(lease.Lane);
            }

            return Task.CompletedTask;
        }
    }
}
