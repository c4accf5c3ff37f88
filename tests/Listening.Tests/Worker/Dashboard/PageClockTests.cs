using System.Globalization;
using Listening.Worker.Dashboard;

namespace Listening.Tests.Worker.Dashboard;

public sealed class PageClockTests
{
    private static readonly PageClock Clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero), TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));

    [Theory]
    [InlineData("2026-11-24T11:59:40Z", "just now")]
    [InlineData("2026-11-24T12:00:20Z", "in a moment")]
    [InlineData("2026-11-24T11:59:00Z", "1 min ago")]
    [InlineData("2026-11-24T11:00:20Z", "1 h ago")]
    [InlineData("2026-11-24T09:00:00Z", "3 h ago")]
    [InlineData("2026-11-23T12:00:00Z", "1 d ago")]
    [InlineData("2026-11-24T12:30:00Z", "in 30 min")]
    [InlineData("2026-11-17T03:00:00Z", "16 Nov")]
    [InlineData("2025-12-31T12:00:00Z", "31 Dec 2025")]
    public void Times_are_said_as_people_say_them(string at, string words) =>
        Assert.Equal(words, Clock.Relative(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)));

    [Fact]
    public void The_whole_time_is_that_of_the_zone() =>
        Assert.Equal("Monday 23 November 2026, 22:05 (America/New_York)", Clock.Full(new DateTimeOffset(2026, 11, 24, 3, 5, 0, TimeSpan.Zero)));
}
