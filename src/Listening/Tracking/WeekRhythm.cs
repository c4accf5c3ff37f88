namespace Listening.Tracking;

/// <summary>
/// How many posts of a hashtag an hour brings, for each hour of the week in UTC, learned from a few weeks. An hour of the week has been there
/// only once a week, so what it showed is mixed with what the same hour showed on like days, and that with the mean of all hours: each
/// counts as much as <see cref="PriorPosts"/> posts that were seen.
/// </summary>
public sealed class WeekRhythm
{
    /// <summary>Hours of a week.</summary>
    public const int Hours = 7 * 24;

    /// <summary>With fewer posts there is no rhythm to tell.</summary>
    public const int FewestPosts = 20;

    private const double PriorPosts = 1;

    private readonly double[] _perHour;

    private WeekRhythm(double[] perHour) => (_perHour, PerHour) = (perHour, perHour.Average());

    /// <summary>The mean over the week; above zero.</summary>
    public double PerHour { get; }

    /// <summary>Posts an hour at that time; above zero.</summary>
    public double At(DateTimeOffset time) => _perHour[HourOf(time)];

    /// <summary>
    /// Learns from the counts of hours in a row, the first of which begins at <paramref name="from"/>. Hours before the first post do not
    /// count, because the hashtag may not have been read then. Null while there are fewer than <see cref="FewestPosts"/>.
    /// </summary>
    public static WeekRhythm? Of(DateTimeOffset from, IReadOnlyList<long> counts)
    {
        var first = counts.Index().FirstOrDefault(hour => hour.Item > 0).Index;
        // Not fewer than two days, or a hashtag's very first posts would look like a flood.
        first = Math.Max(0, Math.Min(first, counts.Count - 48));
        var (posts, seen) = (new double[Hours], new double[Hours]);
        for (var i = first; i < counts.Count; i++)
        {
            var hour = HourOf(from.AddHours(i));
            posts[hour] += counts[i];
            seen[hour]++;
        }

        return posts.Sum() < FewestPosts ? null : new WeekRhythm(Mixed(posts, seen));
    }

    /// <summary>Monday 00:00 to 00:59 UTC is 0.</summary>
    public static int HourOf(DateTimeOffset time) => (((int)time.UtcDateTime.DayOfWeek + 6) % 7 * 24) + time.UtcDateTime.Hour;

    private static double[] Mixed(double[] posts, double[] seen)
    {
        var mean = posts.Sum() / seen.Sum();
        var (likePosts, likeSeen) = (new double[Hours], new double[Hours]);
        for (var hour = 0; hour < Hours; hour++)
        {
            likePosts[Like(hour)] += posts[hour];
            likeSeen[Like(hour)] += seen[hour];
        }

        var mixed = new double[Hours];
        for (var hour = 0; hour < Hours; hour++)
        {
            var like = Mixed(likePosts[Like(hour)], likeSeen[Like(hour)], mean);
            mixed[hour] = Mixed(posts[hour], seen[hour], like);
        }

        return mixed;
    }

    // The mean of a gamma distribution after what was seen (conjugate to Poisson counts).
    private static double Mixed(double posts, double seen, double prior) => (posts + PriorPosts) / (seen + (PriorPosts / prior));

    // Working days are alike, and the days of a weekend.
    private static int Like(int hour) => (hour < 5 * 24 ? 0 : 5 * 24) + (hour % 24);
}
