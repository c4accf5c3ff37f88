namespace Listening.Worker.Answers;

/// <summary>Posts and distinct people of a range, and how much of it was observed (0 to 1; null when nothing is known).</summary>
internal sealed record RangeTotal(long Posts, long People, double? Coverage);
