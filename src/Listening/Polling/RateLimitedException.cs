using Listening.Tracking;

namespace Listening.Polling;

/// <summary>The host demands a wait.</summary>
/// <param name="message">One sentence.</param>
/// <param name="until">The end of the wait; null when the host does not say.</param>
/// <param name="budget">The host's budget, where it says so.</param>
public sealed class RateLimitedException(string message, DateTimeOffset? until, HostBudget? budget = null) : PlatformException(message, null)
{
    public DateTimeOffset? Until { get; } = until;

    public HostBudget? Budget { get; } = budget;
}
