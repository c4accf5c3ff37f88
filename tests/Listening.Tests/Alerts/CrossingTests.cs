using CsCheck;
using Listening.Alerts;
using Listening.Posts;
using Listening.Tests.Support;

namespace Listening.Tests.Alerts;

public sealed class CrossingTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch.AddYears(56);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void The_moment_at_which_one_person_more_than_the_line_had_posted_opens_it()
    {
        Assert.Equal(Start.AddMinutes(20), Crossing.Find(Posts(("a", 0), ("b", 10), ("c", 20), ("d", 25)), people: 2, Hour, Start.AddMinutes(30)));
    }

    [Fact]
    public void As_many_people_as_the_line_do_not_open_it()
    {
        Assert.Null(Crossing.Find(Posts(("a", 0), ("b", 10)), people: 2, Hour, Start.AddMinutes(30)));
    }

    [Fact]
    public void Many_posts_of_one_person_and_any_number_of_bots_are_one_person()
    {
        var posts = Posts(("a", 0), ("a", 1), ("a", 2)).Append(EnginePosts.Post("bot", Start.AddMinutes(3), isBot: true));

        Assert.Null(Crossing.Find(posts, people: 1, Hour, Start.AddMinutes(10)));
    }

    [Fact]
    public void A_post_leaves_the_window_exactly_when_it_is_as_old_as_the_window_is_long()
    {
        var posts = Posts(("a", 0), ("b", 30));

        Assert.NotNull(Crossing.Find(posts, people: 1, Hour, Start.AddMinutes(60).AddMilliseconds(-1)));
        Assert.Null(Crossing.Find(posts, people: 1, Hour, Start.AddMinutes(60)));
    }

    [Fact]
    public void The_latest_crossing_counts_after_it_was_calm_in_between()
    {
        Assert.Equal(Start.AddMinutes(210), Crossing.Find(Posts(("a", 0), ("b", 10), ("c", 200), ("d", 210)), people: 1, Hour, Start.AddMinutes(215)));
    }

    [Fact]
    public void Whoever_looks_later_in_the_same_episode_names_the_same_moment()
    {
        Gen.Int[0, 50].Array[30].Sample(minutes =>
        {
            var posts = Posts([.. minutes.Order().Select((minute, index) => ($"p{index}", minute))]);
            var first = Crossing.Find(posts, people: 9, Hour, Start.AddMinutes(50));
            var second = Crossing.Find(posts, people: 9, Hour, Start.AddMinutes(55));
            return first == second && first is not null;
        }, iter: 200);
    }

    private static Post[] Posts(params (string Author, int Minute)[] posts) => [.. posts.Select(post => EnginePosts.Post(post.Author, Start.AddMinutes(post.Minute)))];
}
