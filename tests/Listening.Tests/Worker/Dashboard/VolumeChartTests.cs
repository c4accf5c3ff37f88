using Listening.Rhythm;
using Listening.Worker.Answers;
using Listening.Worker.Dashboard;

namespace Listening.Tests.Worker.Dashboard;

public sealed class VolumeChartTests
{
    private static readonly DateTimeOffset First = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly PageClock Clock = new(First.AddDays(20), TimeZoneInfo.Utc);

    [Theory]
    [InlineData(0, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(14, 16)]
    [InlineData(17, 20)]
    [InlineData(101, 120)]
    [InlineData(1001, 1200)]
    public void The_axis_ends_at_a_number_that_reads_well(long most, long top) => Assert.Equal(top, VolumeChart.NiceTop(most));

    [Fact]
    public void The_highest_bar_stays_inside_and_people_are_never_more_than_posts()
    {
        var chart = Chart(null, 1, 5, 3);

        Assert.All(chart.Bars, bar => Assert.InRange(bar.PostsHeight, 0, VolumeChart.Height));
        Assert.Equal(5, chart.Peak?.Posts);
        Assert.All(chart.Bars, bar => Assert.InRange(bar.X + bar.Width, 0, VolumeChart.Width));
    }

    [Fact]
    public void Days_before_the_first_one_that_was_read_are_unknown_and_not_empty()
    {
        var chart = Chart(First.AddDays(2), 0, 0, 0, 4);

        Assert.Equal([true, true, false, false], chart.Bars.Select(bar => bar.IsUnread));
        Assert.Equal(VolumeChart.Width / 2, chart.UnreadWidth);
    }

    [Fact]
    public void A_day_of_which_posts_are_known_was_read()
    {
        var chart = Chart(First.AddDays(3), 0, 1, 0, 4);

        Assert.Equal([true, false, false, false], chart.Bars.Select(bar => bar.IsUnread));
    }

    [Fact]
    public void Nothing_is_an_empty_chart_without_a_peak() => Assert.Null(Chart(null, 0, 0).Peak);

    private static VolumeChart Chart(DateTimeOffset? readSince, params long[] posts) => VolumeChart.Of(
        new VolumeAnswer("eventprofs", "UTC", BucketSize.Day, [.. posts.Select((count, i) => new VolumeBucket(First.AddDays(i), count, count, null, null, null, null))]), Clock, readSince);
}
