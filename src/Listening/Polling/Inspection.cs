namespace Listening.Polling;

/// <summary>What a connector reads from one answer, with no matching and no consent.</summary>
/// <param name="Outcome"><c>posts</c>, <c>empty</c>, <c>error</c>, <c>not-posts</c>, <c>no-content</c> or <c>stream</c>.</param>
/// <param name="Observations">The posts in the order of the body.</param>
/// <param name="Error">What the body says went wrong; null where nothing did.</param>
public sealed record Inspection(string Outcome, IReadOnlyList<Observation> Observations, string? Error);
