using Listening.Stores;

namespace Listening.Polling;

/// <summary>
/// Which leases have lapsed: those that did not change for a term of our own monotonic clock since we first saw them as they are. No clock is
/// compared with another machine's, so clocks that disagree do no harm.
/// </summary>
internal sealed class LeaseSightings(TimeProvider time)
{
    private Dictionary<Lane, (string? Version, long FirstSeen)> _seen = [];

    /// <summary>Takes note of what was just read, and names the lanes whose lease has lapsed.</summary>
    public IReadOnlySet<Lane> Lapsed(IReadOnlyCollection<LaneLease> leases)
    {
        var now = time.GetTimestamp();
        _seen = leases.ToDictionary(
            lease => lease.Lane,
            lease => _seen.TryGetValue(lease.Lane, out var known) && known.Version == lease.Version ? known : (lease.Version, now));
        return leases.Where(lease => time.GetElapsedTime(_seen[lease.Lane].FirstSeen, now) >= lease.Term).Select(lease => lease.Lane).ToHashSet();
    }
}
