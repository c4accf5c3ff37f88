namespace Listening.Worker.Answers;

/// <summary>One bucket of <c>volume</c>; what is expected is null while nobody computes it, <c>coverage</c> (0 to 1) where nothing is known.</summary>
internal sealed record VolumeBucket(DateTimeOffset At, long Posts, long People, double? Expected, double? Low, double? High, double? Coverage);
