using Listening.Tracking;

namespace Listening.Polling;

/// <summary>One good answer of a host.</summary>
/// <param name="Observations">What it showed, in its order; entries that are no readable post are left out and counted.</param>
/// <param name="Newest">The platform's position of the newest entry; null on an empty page.</param>
/// <param name="Oldest">The platform's position of the oldest entry; null on an empty page.</param>
/// <param name="OldestAt">The time in that position's id where the platform's ids carry one, else the creation time of that entry.</param>
/// <param name="Unreadable">Entries that could not be read.</param>
/// <param name="RequestedAt">When the request was sent.</param>
/// <param name="Budget">What the host says it still allows; null when it does not say.</param>
public sealed record PostPage(
    IReadOnlyList<Observation> Observations,
    string? Newest,
    string? Oldest,
    DateTimeOffset? OldestAt,
    int Unreadable,
    DateTimeOffset RequestedAt,
    HostBudget? Budget)
{
    /// <summary>The time in the position of the newest entry where the platform's ids carry one; null where they do not.</summary>
    public DateTimeOffset? NewestAt { get; init; }

    /// <summary>Nothing lies in that direction.</summary>
    public bool IsEmpty => Newest is null;
}
