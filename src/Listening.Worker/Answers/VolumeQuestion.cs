using Listening.Rhythm;

namespace Listening.Worker.Answers;

/// <summary>Options of <c>volume</c>, as they were written.</summary>
internal sealed record VolumeQuestion(string? From = null, string? To = null, BucketSize Bucket = BucketSize.Day, string? Zone = null);
