using Listening.Storage.Elasticsearch;

namespace Listening.Tests.Storage.Elasticsearch;

public sealed class IntervalsTests
{
    [Fact]
    public void A_time_lies_in_the_interval_that_begins_with_it_and_never_in_an_empty_one()
    {
        var start = new DateTimeOffset(1969, 12, 30, 23, 17, 0, TimeSpan.Zero);
        var hours = new Intervals([start, start, start.AddHours(1).AddTicks(1), start.AddHours(2), start.AddHours(2), start.AddHours(30)]);

        Assert.Equal(
            [1, 1, 2, 2, 4, 4],
            new[] { TimeSpan.Zero, TimeSpan.FromHours(1), TimeSpan.FromHours(1) + TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(2) - TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(2), TimeSpan.FromHours(29) }
                .Select(after => hours.IndexOf((start + after).ToUnixTimeMilliseconds())));
    }
}
