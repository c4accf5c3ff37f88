namespace Listening.Benchmarks.Ingest;

/// <summary>How many posts were kept, and where the time went.</summary>
internal sealed record IngestResult(long Stored, TimeSpan Elapsed, TimeSpan Reading)
{
    public double PostsPerSecond => Stored / Elapsed.TotalSeconds;

    public double ShareOfReading => Reading / Elapsed;
}
