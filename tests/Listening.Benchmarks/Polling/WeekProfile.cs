using Listening.Tracking;

namespace Listening.Benchmarks.Polling;

/// <summary>How many posts each hour of the week brings on average, from Monday 00:00 UTC.</summary>
/// <param name="Name">Where it comes from.</param>
/// <param name="PerHour">One rate for each hour of the week.</param>
internal sealed record WeekProfile(string Name, double[] PerHour)
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    public double PerDay => PerHour.Sum() / 7;

    /// <summary>
    /// The least number of requests an hour with which posts are this late on average: polls as often as the square root of the rate
    /// (a post waits for half a distance, and the sum of rate / polls is smallest there).
    /// </summary>
    public double BestRequestsPerHour(double meanDelayHours) =>
        Math.Pow(PerHour.Sum(Math.Sqrt), 2) / (2 * meanDelayHours * PerHour.Sum() * PerHour.Length);

    /// <summary>The same by polls at a fixed distance.</summary>
    public static double FixedRequestsPerHour(double meanDelayHours) => 1 / (2 * meanDelayHours);

    /// <summary>The mean over the weeks from the first to the last of these times.</summary>
    public static WeekProfile Of(string name, IReadOnlyCollection<(DateTimeOffset At, double Posts)> counts)
    {
        var hours = (counts.Max(count => count.At) - counts.Min(count => count.At)).TotalHours;
        var perHour = new double[WeekRhythm.Hours];
        foreach (var (at, posts) in counts)
        {
            perHour[WeekRhythm.HourOf(at)] += posts * WeekRhythm.Hours / hours;
        }

        return new WeekProfile(name, perHour);
    }

    /// <summary>Times of posts as a Poisson process draws them, in order.</summary>
    public List<DateTimeOffset> Draw(Random random, int weeks)
    {
        List<DateTimeOffset> posts = [];
        for (var hour = 0; hour < weeks * WeekRhythm.Hours; hour++)
        {
            var begins = Monday.AddHours(hour);
            for (var at = Gap(random, hour); at < 1; at += Gap(random, hour))
            {
                posts.Add(begins.AddHours(at));
            }
        }

        return posts;
    }

    public static DateTimeOffset Begins => Monday;

    private double Gap(Random random, int hour) =>
        PerHour[hour % WeekRhythm.Hours] is > 0 and var rate ? -Math.Log(1 - random.NextDouble()) / rate : 1;
}
