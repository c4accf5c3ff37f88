using System.Text.Json.Serialization;

namespace Listening.Tracking;

/// <summary>A time that was observed: half-open, in whole seconds.</summary>
public sealed record CoverageInterval
{
    /// <summary>
    /// Both ends are cut to the second in which they lie, so that an interval which begins at the very instant where another one ended still touches it.
    /// </summary>
    /// <param name="from">First instant that was observed.</param>
    /// <param name="to">First instant that was no longer observed.</param>
    [JsonConstructor]
    public CoverageInterval(DateTimeOffset from, DateTimeOffset to)
    {
        From = DateTimeOffset.FromUnixTimeSeconds(from.ToUnixTimeSeconds());
        To = DateTimeOffset.FromUnixTimeSeconds(to.ToUnixTimeSeconds());
    }

    public DateTimeOffset From { get; }

    public DateTimeOffset To { get; }

    [JsonIgnore]
    public TimeSpan Length => To > From ? To - From : TimeSpan.Zero;

    /// <summary>The same times as few intervals, ascending, that neither overlap nor touch; empty ones are left out.</summary>
    public static IReadOnlyList<CoverageInterval> Unite(IEnumerable<CoverageInterval> intervals)
    {
        List<CoverageInterval> united = [];
        foreach (var next in intervals.Where(interval => interval.Length > TimeSpan.Zero).OrderBy(interval => interval.From))
        {
            if (united.Count == 0 || united[^1].To < next.From)
            {
                united.Add(next);
            }
            else if (next.To > united[^1].To)
            {
                united[^1] = new(united[^1].From, next.To);
            }
        }

        return united;
    }

    /// <summary>The times that lie in both, each of which is as <see cref="Unite"/> returns it.</summary>
    public static IReadOnlyList<CoverageInterval> Common(IReadOnlyList<CoverageInterval> a, IReadOnlyList<CoverageInterval> b)
    {
        List<CoverageInterval> common = [];
        for (var (i, j) = (0, 0); i < a.Count && j < b.Count;)
        {
            var both = new CoverageInterval(a[i].From > b[j].From ? a[i].From : b[j].From, a[i].To < b[j].To ? a[i].To : b[j].To);
            if (both.Length > TimeSpan.Zero)
            {
                common.Add(both);
            }

            _ = a[i].To < b[j].To ? i++ : j++;
        }

        return common;
    }

    /// <summary>What of these lies within a range, in their order; without a bound on the side where it is null.</summary>
    public static IReadOnlyList<CoverageInterval> Within(IEnumerable<CoverageInterval> intervals, DateTimeOffset? from, DateTimeOffset? to) =>
    [
        .. intervals
            .Select(interval => new CoverageInterval(from > interval.From ? from.Value : interval.From, to < interval.To ? to.Value : interval.To))
            .Where(interval => interval.Length > TimeSpan.Zero),
    ];
}
