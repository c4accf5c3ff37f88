namespace Listening.Benchmarks;

/// <summary>One question about speed, size or thrift, answered by figures beside their limits of the same run.</summary>
internal interface IBenchmark
{
    string Name { get; }

    /// <summary>What is measured, in one line.</summary>
    string Measures { get; }

    /// <summary>The options with their defaults, in one line.</summary>
    string Options { get; }

    Task RunAsync(Arguments arguments, CancellationToken ct);
}
