using Listening.Rhythm;

namespace Listening.Worker.Answers;

/// <summary>Shape of <c>volume</c>.</summary>
internal sealed record VolumeAnswer(string Hashtag, string Zone, BucketSize Bucket, IReadOnlyList<VolumeBucket> Buckets) : Answer;
