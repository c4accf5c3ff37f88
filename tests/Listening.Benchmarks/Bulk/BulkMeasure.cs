using System.Diagnostics;

namespace Listening.Benchmarks.Bulk;

/// <summary>What writing a number of posts took.</summary>
/// <param name="PostsPerSecond">From the first request to the last answer.</param>
/// <param name="Processor">Seconds of the client's processor time per 100,000 posts.</param>
/// <param name="Megabytes">How much more memory than before was resident at most.</param>
internal sealed record BulkMeasure(double PostsPerSecond, double Processor, double Megabytes)
{
    private static readonly TimeSpan Sample = TimeSpan.FromMilliseconds(20);

    /// <summary>Of what this process does.</summary>
    public static async Task<BulkMeasure> OfAsync(int posts, Func<Task> write)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var done = new CancellationTokenSource();
        var before = Resident();
        var peak = PeakAsync(done.Token);
        var processor = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await write();
        var (elapsed, used) = (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
        await done.CancelAsync();
        return new(posts / elapsed, used * 100_000 / posts, Math.Max(0, await peak - before));
    }

    private static async Task<double> PeakAsync(CancellationToken done)
    {
        var peak = Resident();
        while (!done.IsCancellationRequested)
        {
            await Task.Delay(Sample, TimeProvider.System, CancellationToken.None);
            peak = Math.Max(peak, Resident());
        }

        return peak;
    }

    private static double Resident() => Environment.WorkingSet / 1024.0 / 1024.0;
}
