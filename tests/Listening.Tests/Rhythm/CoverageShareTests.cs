using Listening.Rhythm;
using Listening.Tracking;

namespace Listening.Tests.Rhythm;

public sealed class CoverageShareTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Later = Midnight.AddDays(30);

    [Fact]
    public void A_bucket_that_was_read_throughout_is_whole() => Assert.Equal(1, Share([Source((0, 48))], 0, 24));

    [Fact]
    public void An_outage_is_a_hole_in_proportion() => Assert.Equal(0.75, Share([Source((0, 10), (16, 48))], 0, 24));

    [Fact]
    public void A_source_that_saw_nothing_of_a_bucket_while_it_was_followed_counts_as_nothing() => Assert.Equal(0, Share([Source((0, 10), (30, 48))], 12, 24));

    [Fact]
    public void Sources_count_alike() => Assert.Equal(0.625, Share([Source((0, 48)), Source((0, 6), (40, 48))], 0, 24));

    [Fact]
    public void A_source_that_was_not_yet_followed_does_not_lower_the_share() => Assert.Equal(1, Share([Source((0, 48)), Source((24, 48))], 0, 24));

    [Fact]
    public void A_source_that_is_no_longer_followed_does_not_lower_the_share() =>
        Assert.Equal(1, Share([Source((0, 48)), Source((0, 12)) with { Until = Midnight.AddHours(12) }], 12, 24));

    [Fact]
    public void Before_the_first_source_was_followed_nothing_is_known() => Assert.Null(Share([Source((24, 48))], 0, 24));

    [Fact]
    public void Without_sources_nothing_is_known() => Assert.Null(Share([], 0, 24));

    [Fact]
    public void What_has_not_happened_yet_is_neither_observed_nor_missed()
    {
        Assert.Equal(1, CoverageShare.Of([Source((0, 12))], Midnight, Midnight.AddHours(24), Midnight.AddHours(12)));
        Assert.Null(CoverageShare.Of([Source((0, 12))], Midnight.AddHours(12), Midnight.AddHours(24), Midnight.AddHours(12)));
    }

    [Fact]
    public void A_platform_is_followed_from_what_it_observed_first_and_the_earliest_from_when_the_hashtag_was()
    {
        var sources = FollowedSource.Of(
            new Dictionary<string, IReadOnlyList<CoverageInterval>>(StringComparer.Ordinal)
            {
                ["bluesky"] = [Between(20, 48)],
                ["mastodon"] = [Between(10, 12), Between(14, 48)],
                ["feeds"] = [],
            },
            ["mastodon", "bluesky", "feeds"],
            Midnight.AddHours(8));

        Assert.Equal([("mastodon", 8, true), ("bluesky", 20, true)], sources.Select(Described));
    }

    [Fact]
    public void A_platform_that_was_only_imported_is_followed_from_its_first_to_its_last_post()
    {
        var sources = FollowedSource.Of(new Dictionary<string, IReadOnlyList<CoverageInterval>>(StringComparer.Ordinal) { ["x"] = [Between(10, 12)] }, ["mastodon"], Midnight);

        Assert.Equal([("x", 10, false)], sources.Select(Described));
        Assert.Equal(Midnight.AddHours(12), sources[0].Until);
    }

    private static (string Platform, int FromHour, bool IsFollowed) Described(FollowedSource source) =>
        (source.Platform, (int)(source.From - Midnight).TotalHours, source.Until is null);

    private static double? Share(FollowedSource[] sources, int from, int to) => CoverageShare.Of(sources, Midnight.AddHours(from), Midnight.AddHours(to), Later);

    private static FollowedSource Source(params (int From, int To)[] hours) =>
        new("any", Midnight.AddHours(hours[0].From), null, [.. hours.Select(interval => Between(interval.From, interval.To))]);

    private static CoverageInterval Between(int from, int to) => new(Midnight.AddHours(from), Midnight.AddHours(to));
}
