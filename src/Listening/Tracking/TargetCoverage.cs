namespace Listening.Tracking;

/// <summary>When a target was observed.</summary>
/// <param name="Target">What was read.</param>
/// <param name="Intervals">Ascending; they neither overlap nor touch.</param>
public sealed record TargetCoverage(PollTarget Target, IReadOnlyList<CoverageInterval> Intervals);
