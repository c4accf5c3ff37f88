namespace Listening.Tracking;

/// <summary>How far a sweep came: re-reading a recent window from the top down for what sorts into the past, edits and deletions.</summary>
/// <param name="Before">The platform's position below which it goes on; null at the top.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Until">The earlier end of its window, in the time of the platform's ids.</param>
public sealed record SweepPosition(string? Before, DateTimeOffset StartedAt, DateTimeOffset Until);
