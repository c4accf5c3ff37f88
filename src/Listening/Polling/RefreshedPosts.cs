using Listening.Tracking;

namespace Listening.Polling;

/// <summary>One good answer of a host that was asked for posts by id.</summary>
/// <param name="Observations">Those that it showed.</param>
/// <param name="Missing">Ids that it was asked for and does not have.</param>
/// <param name="RequestedAt">When the request was sent.</param>
/// <param name="Budget">What the host says it still allows; null when it does not say.</param>
public sealed record RefreshedPosts(IReadOnlyList<Observation> Observations, IReadOnlyList<string> Missing, DateTimeOffset RequestedAt, HostBudget? Budget);
