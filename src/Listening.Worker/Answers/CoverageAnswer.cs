using Listening.Rhythm;
using Listening.Tracking;

namespace Listening.Worker.Answers;

/// <summary>Shape of <c>coverage</c>.</summary>
internal sealed record CoverageAnswer(string Hashtag, IReadOnlyList<CoverageSource> Sources, double? Share, UnseenEstimate Estimate) : Answer;

/// <summary>One host, and when it was observed within the range.</summary>
internal sealed record CoverageSource(string Platform, string Host, IReadOnlyList<CoverageInterval> Intervals);
