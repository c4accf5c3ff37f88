using CsCheck;
using Listening.Tracking;

namespace Listening.Tests.Tracking;

public sealed class NextPollTests
{
    private static readonly TimeSpan Min = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Max = TimeSpan.FromMinutes(30);

    // A Monday, 00:00.
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Whatever_is_known_and_found_the_distance_lies_within_the_bounds()
    {
        var cases =
            from counts in Gen.Long[0, 100_000].Where(count => count >= 0).Array[24, 800]
            from seconds in Gen.Long[0, 700_000]
            from posts in Gen.Int[0, 1_000_000]
            from over in Gen.Long[0, 1_000_000]
            from min in Gen.Int[1, 10_000]
            from max in Gen.Int[1, 100_000]
            select (counts, seconds, posts, over, min, max);
        cases.Sample(sample =>
        {
            var (min, max) = (TimeSpan.FromSeconds(sample.min), TimeSpan.FromSeconds(sample.max));
            if (WeekRhythm.Of(Monday, sample.counts) is { } rhythm)
            {
                var found = new FoundLately(sample.posts, TimeSpan.FromSeconds(sample.over));

                var interval = NextPoll.Interval(rhythm, found, Monday.AddSeconds(sample.seconds), min, max);

                Assert.InRange(interval, min, max > min ? max : min);
            }
        });
    }

    [Fact]
    public void A_busy_hour_is_polled_more_often_than_a_quiet_one()
    {
        var rhythm = Rhythm(hour => hour % 24 is >= 9 and < 17 ? 8 : 1);

        Assert.True(At(rhythm, hour: 10) < At(rhythm, hour: 2) / 2);
    }

    [Fact]
    public void Between_the_bounds_four_times_the_posts_halve_the_distance()
    {
        var rhythm = Rhythm(hour => hour % 24 < 12 ? 24 : 6);

        Assert.Equal(2, At(rhythm, hour: 18) / At(rhythm, hour: 6), 0.1);
    }

    [Fact]
    public void An_hour_with_a_weekly_chat_is_polled_more_often_than_the_same_hour_of_other_days()
    {
        var rhythm = Rhythm(hour => hour == (3 * 24) + 20 ? 60 : 1);

        Assert.True(At(rhythm, hour: (3 * 24) + 20) < At(rhythm, hour: (2 * 24) + 20) / 2);
    }

    [Fact]
    public void A_quiet_hour_does_not_sleep_into_the_busy_one_after_it()
    {
        var rhythm = Rhythm(hour => hour % 24 == 20 ? 3000 : 1);

        var interval = NextPoll.Interval(rhythm, FoundLately.Nothing, Monday.AddHours(20).AddMinutes(-1), Min, Max);

        Assert.True(interval < TimeSpan.FromMinutes(2.5));
    }

    [Fact]
    public void A_hashtag_with_a_post_in_each_shortest_interval_is_polled_in_each() =>
        Assert.Equal(Min, NextPoll.Interval(Rhythm(_ => 70), FoundLately.Nothing, Monday, Min, Max));

    [Fact]
    public void While_more_posts_stream_in_than_the_hour_brings_the_shortest_interval_holds() =>
        Assert.Equal(Min, NextPoll.Interval(Rhythm(_ => 1), new FoundLately(4, TimeSpan.FromMinutes(10)), Monday, Min, Max));

    [Fact]
    public void The_posts_that_an_hour_always_brings_are_no_stream()
    {
        var rhythm = Rhythm(_ => 12);

        Assert.Equal(
            NextPoll.Interval(rhythm, FoundLately.Nothing, Monday, Min, Max),
            NextPoll.Interval(rhythm, new FoundLately(3, TimeSpan.FromMinutes(10)), Monday, Min, Max));
    }

    [Fact]
    public void Too_few_posts_have_no_rhythm() => Assert.Null(WeekRhythm.Of(Monday, [.. Enumerable.Repeat(0L, 600), 19]));

    [Fact]
    public void The_time_before_the_first_post_of_a_hashtag_does_not_count()
    {
        var rhythm = WeekRhythm.Of(Monday, [.. Enumerable.Repeat(0L, 600), .. Enumerable.Repeat(5L, 72)]);

        Assert.Equal(5, rhythm!.PerHour, 0.5);
    }

    [Fact]
    public void What_a_host_still_allows_is_shared_among_its_hashtags_and_half_of_it_is_left()
    {
        var budget = new HostBudget(300, 100, Monday.AddMinutes(5));

        Assert.Equal(TimeSpan.FromMinutes(10), NextPoll.Affordable(budget, targets: 100, Monday));
    }

    [Fact]
    public void A_host_that_says_nothing_of_its_budget_or_gives_a_new_one_now_stretches_nothing()
    {
        Assert.Equal(TimeSpan.Zero, NextPoll.Affordable(null, targets: 500, Monday));
        Assert.Equal(TimeSpan.Zero, NextPoll.Affordable(new HostBudget(300, 0, Monday), targets: 500, Monday));
    }

    private static TimeSpan At(WeekRhythm rhythm, int hour) => NextPoll.Interval(rhythm, FoundLately.Nothing, Monday.AddHours(hour), Min, Max);

    private static WeekRhythm Rhythm(Func<int, long> postsInHour) =>
        WeekRhythm.Of(Monday.AddDays(-28), [.. Enumerable.Range(0, 4 * WeekRhythm.Hours).Select(hour => postsInHour(hour % WeekRhythm.Hours))])!;
}
