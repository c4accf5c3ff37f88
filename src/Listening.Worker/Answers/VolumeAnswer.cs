using System.Text.Json.Serialization;
using Listening.Rhythm;

namespace Listening.Worker.Answers;

/// <summary>Shape of <c>volume</c>.</summary>
internal sealed record VolumeAnswer(string Hashtag, string Zone, BucketSize Bucket, IReadOnlyList<VolumeBucket> Buckets) : Answer
{
    /// <summary>How much of the whole range was observed, from 0 to 1, for whoever draws it; null when nothing is known.</summary>
    [JsonIgnore]
    public double? Coverage { get; init; }
}
