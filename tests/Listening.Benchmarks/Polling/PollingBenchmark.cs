using Listening.Benchmarks.Measuring;

namespace Listening.Benchmarks.Polling;

/// <summary>How thrifty the choice of the next poll is.</summary>
internal sealed class PollingBenchmark : IBenchmark
{
    private const double Aim = 0.1;
    private static readonly TimeSpan Min = TimeSpan.FromMinutes(1);

    public string Name => "polling";

    public string Measures => "requests of NextPoll against fixed intervals of the same mean delay, and against the best possible rate";

    public string Options => "--weeks 12 (after 4 to learn from), --seeds 5";

    public Task RunAsync(Arguments arguments, CancellationToken ct)
    {
        var (weeks, seeds) = (arguments.Number("--weeks", 12) + PolledWeeks.Learned, arguments.Number("--seeds", 5));
        Console.WriteLine($"Posts come by a Poisson process on the mean week of each; {seeds} seeds, medians; MinInterval {Min.TotalMinutes} min, MaxInterval 30 min.");
        Console.WriteLine("Best: polls as often as the square root of the rate, with the true rates known and no bounds, at the same mean delay.");
        Console.WriteLine();
        Console.WriteLine($"{"week of",-30} {"posts/day",9} {"delay",8} {"requests/day",12} {"best",7} {"above best",10} {"fixed",7} {"saved",6}   doubling: {"delay",7} {"requests/day",12} {"above best",10}");
        List<double> above = [];
        foreach (var profile in WeekProfiles.All())
        {
            ct.ThrowIfCancellationRequested();
            List<DateTimeOffset>[] drawn = [.. Enumerable.Range(1, seeds).Select(seed => profile.Draw(new Random(seed), weeks))];
            var mine = Median(drawn.Select(posts => PolledWeeks.ByRhythm(posts, weeks, Min)));
            var doubling = Median(drawn.Select(posts => PolledWeeks.ByDoubling(posts, weeks, Min)));
            above.Add(Above(profile, mine));
            var fixedRate = WeekProfile.FixedRequestsPerHour(mine.MeanDelayHours);
            Console.WriteLine(
                $"{profile.Name,-30} {profile.PerDay,9:F1} {60 * mine.MeanDelayHours,4:F1} min {24 * mine.RequestsPerHour,12:F0} "
                + $"{24 * profile.BestRequestsPerHour(mine.MeanDelayHours),7:F0} {above[^1],10:P0} {24 * fixedRate,7:F0} {1 - (mine.RequestsPerHour / fixedRate),6:P0}   "
                + $"{"",10}{60 * doubling.MeanDelayHours,4:F1} min {24 * doubling.RequestsPerHour,12:F0} {Above(profile, doubling),10:P0}");
        }

        Console.WriteLine();
        Console.WriteLine($"above the best possible: {above.Min():P0} to {above.Max():P0}, median {above.Median():P0} (aim: within {Aim:P0})");
        return Task.CompletedTask;
    }

    private static double Above(WeekProfile profile, PolledResult result) =>
        (result.RequestsPerHour / profile.BestRequestsPerHour(result.MeanDelayHours)) - 1;

    private static PolledResult Median(IEnumerable<PolledResult> results)
    {
        var all = results.ToList();
        return new PolledResult(all.Select(result => result.RequestsPerHour).Median(), all.Select(result => result.MeanDelayHours).Median());
    }
}
