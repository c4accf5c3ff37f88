using Listening.Rhythm;

namespace Listening.Worker.Answers;

/// <summary>What was ever observed of a hashtag, by host and by source.</summary>
internal sealed record HashtagCoverage(IReadOnlyList<CoverageSource> Hosts, IReadOnlyList<FollowedSource> Sources, DateTimeOffset Now)
{
    /// <summary>From 0 to 1; null when nothing is known.</summary>
    public double? ShareOf(DateTimeOffset from, DateTimeOffset to) => CoverageShare.Of(Sources, from, to, Now);
}
