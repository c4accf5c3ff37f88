using System.Globalization;
using Listening.Contributors;
using Listening.Posts;
using Listening.Stores;

namespace Listening.Tests.Contributors;

public sealed class MostActiveTests
{
    private static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-11-24T12:00:00Z", CultureInfo.InvariantCulture);

    [Fact]
    public void Somebody_with_forty_posts_on_one_day_counts_four()
    {
        var ranked = Rank([Day("flood", 3, 40), Day("steady", 1, 2), Day("steady", 2, 2), Day("steady", 3, 1)]);

        Assert.Equal([("steady", 5d, 5), ("flood", 4d, 40)], ranked.Select(one => (one.Author.Key, one.Score, one.Posts)));
    }

    [Fact]
    public void Ties_go_to_more_days_then_to_the_latest_post_then_to_the_key()
    {
        var ranked = Rank([Day("b", 5, 2), Day("a", 5, 2), Day("late", 6, 2), Day("days", 1, 1), Day("days", 2, 1)]);

        Assert.Equal(["days", "late", "a", "b"], ranked.Select(one => one.Author.Key));
    }

    [Fact]
    public void Bots_unranked_people_and_those_who_only_pass_on_are_left_out()
    {
        var ranked = MostActive.Rank(
            [Day("bot", 1, 9), Day("shy", 1, 9), Day("passer", 1, 0) with { Reposts = 9 }, Day("person", 1, 1)],
            [Author("bot") with { IsBot = true }, Author("shy"), Author("passer"), Author("person") with { IsBot = null }],
            key => key == "shy");

        Assert.Equal(["person"], ranked.Select(one => one.Author.Key));
    }

    [Fact]
    public void The_window_is_28_days_cut_at_the_midnights_of_the_zone()
    {
        var edges = MostActive.DayEdges(Noon, TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));

        Assert.Equal(Noon.AddDays(-28), edges[0]);
        Assert.Equal(Noon, edges[^1]);
        Assert.Equal(4, edges[1].Hour); // still summer time
        Assert.Equal(5, edges[^2].Hour);
    }

    private static IReadOnlyList<Contributor> Rank(IReadOnlyList<AuthorDay> days) =>
        MostActive.Rank(days, days.Select(day => day.AuthorKey).Distinct().Select(Author), _ => false);

    private static AuthorDay Day(string author, int index, int posts) =>
        new(author, index, posts, 0, Noon.AddDays(index - 28), Noon.AddDays(index - 28).AddMinutes(posts));

    private static Author Author(string key) => new(key, "mastodon", null, key, null, null, false);
}
