namespace Listening.Worker.Answers;

/// <summary>One bucket of <c>volume</c>; what is expected and how much was observed is null while nobody computes it.</summary>
internal sealed record VolumeBucket(DateTimeOffset At, long Posts, long People, double? Expected, double? Low, double? High, double? Coverage);
