namespace Listening.Benchmarks.Polling;

/// <summary>What polling cost, and what it brought: how late posts were found on average.</summary>
internal sealed record PolledResult(double RequestsPerHour, double MeanDelayHours);
