using Listening.Tracking;

namespace Listening.Rhythm;

/// <summary>How much of a time was observed.</summary>
public static class CoverageShare
{
    /// <summary>
    /// The mean, over the sources that were followed at any moment of the half-open range, of the share of it that they observed, from 0 to 1.
    /// Null when no source was followed then, and for a range that has not begun.
    /// </summary>
    /// <param name="sources">All sources of the hashtag.</param>
    /// <param name="from">First instant of the range.</param>
    /// <param name="to">First instant behind it.</param>
    /// <param name="now">What lies behind this counts neither as observed nor as missed.</param>
    public static double? Of(IReadOnlyList<FollowedSource> sources, DateTimeOffset from, DateTimeOffset to, DateTimeOffset now)
    {
        var range = new CoverageInterval(from, to < now ? to : now);
        if (range.Length == TimeSpan.Zero)
        {
            return null;
        }

        double[] shares = [.. sources
            .Where(source => source.From < range.To && (source.Until is null || source.Until > range.From))
            .Select(source => Observed(source.Observed, range) / range.Length)];
        return shares.Length == 0 ? null : shares.Average();
    }

    private static TimeSpan Observed(IReadOnlyList<CoverageInterval> intervals, CoverageInterval range)
    {
        var observed = TimeSpan.Zero;
        for (var i = FirstEndingAfter(intervals, range.From); i < intervals.Count && intervals[i].From < range.To; i++)
        {
            observed += (intervals[i].To < range.To ? intervals[i].To : range.To) - (intervals[i].From > range.From ? intervals[i].From : range.From);
        }

        return observed;
    }

    private static int FirstEndingAfter(IReadOnlyList<CoverageInterval> intervals, DateTimeOffset time)
    {
        var (low, high) = (0, intervals.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = intervals[middle].To <= time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
