namespace Listening.Stores;

/// <summary>Who has a lane. It has lapsed when it did not change for a <paramref name="Term"/>, by the monotonic clock of whoever watches it.</summary>
/// <param name="Lane">What is leased.</param>
/// <param name="Owner">The worker, by a name that is unique to its process.</param>
/// <param name="Term">How long its owner may leave it unchanged.</param>
/// <param name="RenewedAt">When its owner wrote it, by the owner's clock: for people, nothing is decided by it.</param>
public sealed record LaneLease(Lane Lane, string Owner, TimeSpan Term, DateTimeOffset RenewedAt)
{
    /// <summary>The write that was seen; null for a lease that was never stored.</summary>
    public string? Version { get; init; }
}
