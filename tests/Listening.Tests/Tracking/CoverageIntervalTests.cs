using Listening.Tracking;

namespace Listening.Tests.Tracking;

public sealed class CoverageIntervalTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Intervals_that_meet_within_one_second_still_touch() => Assert.Equal(
        [new CoverageInterval(Noon, Noon.AddSeconds(120))],
        CoverageInterval.Unite([new(Noon, Noon.AddSeconds(60.4)), new(Noon.AddSeconds(60.4), Noon.AddSeconds(120.9))]));

    [Fact]
    public void Intervals_are_united_whatever_their_order() =>
        Assert.Equal([Between(0, 40), Between(50, 60)], CoverageInterval.Unite([Between(50, 60), Between(20, 40), Between(0, 30), Between(5, 10), Between(70, 70)]));

    [Fact]
    public void What_two_have_in_common_is_in_both()
    {
        IReadOnlyList<CoverageInterval> one = [Between(0, 10), Between(20, 30), Between(40, 60)];
        IReadOnlyList<CoverageInterval> other = [Between(5, 25), Between(45, 50), Between(55, 90)];

        Assert.Equal([Between(5, 10), Between(20, 25), Between(45, 50), Between(55, 60)], CoverageInterval.Common(one, other));
        Assert.Equal(CoverageInterval.Common(one, other), CoverageInterval.Common(other, one));
        Assert.Empty(CoverageInterval.Common(one, []));
    }

    private static CoverageInterval Between(int from, int to) => new(Noon.AddSeconds(from), Noon.AddSeconds(to));
}
