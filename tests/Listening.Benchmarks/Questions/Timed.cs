using System.Diagnostics;
using Listening.Benchmarks.Measuring;

namespace Listening.Benchmarks.Questions;

/// <summary>One kind of question, asked many times.</summary>
/// <param name="What">The question.</param>
/// <param name="AimMs">What 95 of 100 answers should take at most.</param>
/// <param name="AskAsync">Asks it once, differently each time.</param>
internal sealed record Timed(string What, double AimMs, Func<Task> AskAsync)
{
    public async Task MeasureAsync(int times, CancellationToken ct)
    {
        for (var warm = 0; warm < 3; warm++)
        {
            await AskAsync();
        }

        var (elapsed, busy) = (new double[times], new double[times]);
        for (var i = 0; i < times; i++)
        {
            ct.ThrowIfCancellationRequested();
            var before = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            await AskAsync();
            elapsed[i] = watch.Elapsed.TotalMilliseconds;
            busy[i] = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        }

        Console.WriteLine(
            $"{What,-52} median {elapsed.Median(),7:F1} ms   p95 {elapsed.Quantile(0.95),7:F1} ms   (aim {AimMs,3:F0} ms)   of the processor: median {busy.Median(),7:F1} ms, p95 {busy.Quantile(0.95),7:F1} ms");
    }
}
