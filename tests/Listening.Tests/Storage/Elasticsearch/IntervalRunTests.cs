using Listening.Storage.Elasticsearch;

namespace Listening.Tests.Storage.Elasticsearch;

public sealed class IntervalRunTests
{
    [Fact]
    public void Days_across_a_clock_change_are_three_runs()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var edges = Enumerable.Range(0, 9).Select(day => new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(new DateTime(2026, 10, 28).AddDays(day), zone))).ToArray();

        var runs = IntervalRun.Of(edges).ToArray();

        Assert.Equal([(0, 24), (4, 25), (5, 24)], runs.Select(run => (run.FirstIndex, (int)(run.Milliseconds / 3_600_000))));
        Assert.Equal(edges[0], runs[0].From);
        Assert.Equal(edges[^1], runs[^1].To);
    }

    [Fact]
    public void Every_edge_is_found_again_by_its_key()
    {
        var start = new DateTimeOffset(1969, 12, 30, 23, 17, 0, TimeSpan.Zero);
        var edges = Enumerable.Range(0, 6).Select(i => start.AddHours(i)).ToArray();

        var run = Assert.Single(IntervalRun.Of(edges));

        Assert.Equal([0, 1, 2, 3, 4], edges[..^1].Select(edge => run.IndexOf(edge.ToUnixTimeMilliseconds())));
        Assert.Equal($"+{17 * 60_000}ms", (string?)run.Histogram()["date_histogram"]!["offset"]);
    }

    [Fact]
    public void A_bound_between_two_milliseconds_is_the_later_one()
    {
        var noon = new DateTimeOffset(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

        var run = Assert.Single(IntervalRun.Of([noon.AddTicks(1), noon.AddHours(1)]));

        Assert.Equal(noon.AddMilliseconds(1), run.From);
    }
}
