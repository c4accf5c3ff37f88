using System.Text.RegularExpressions;
using Listening.Worker.Demo.Community;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.Worker.Demo.Community;

public sealed partial class SpammerTests
{
    private static readonly IReadOnlyList<ScriptedPost> Spam = [.. DemoPast.Posts.Where(post => post.Author.Username.StartsWith("seatsurge", StringComparison.Ordinal))];

    [Fact]
    public void Nobody_likes_reposts_or_answers_the_spammer()
    {
        Assert.NotEmpty(Spam);
        Assert.All(Spam, post => Assert.Equal((0, 0), (post.Likes, post.Reposts)));
        Assert.All(Spam, post => Assert.Empty(DemoPast.Answers[post.Key]));
        Assert.All(Spam, post => Assert.Null(post.ReplyTo));
    }

    [Fact]
    public void The_spam_comes_in_bursts_of_one_pitch_on_a_few_days()
    {
        var bursts = Spam.GroupBy(post => DateOnly.FromDateTime(post.CreatedAt.UtcDateTime)).Where(burst => burst.Count() > 1).ToList();
        Assert.InRange(bursts.Count, 8, 13);
        foreach (var burst in bursts)
        {
            Assert.InRange(burst.Count(), 10, 40);
            Assert.True(burst.Max(post => post.CreatedAt) - burst.Min(post => post.CreatedAt) < TimeSpan.FromHours(2));
            Assert.Single(burst.Select(post => Link().Replace(post.Text, "")).Distinct());
            Assert.InRange(burst.Select(post => post.Text).Distinct().Count(), 4, 9);
        }
    }

    [Fact]
    public void Each_advertisement_has_a_link_and_a_pile_of_hashtags() => Assert.All(Spam, post =>
    {
        Assert.Single(Link().Matches(post.Text));
        Assert.Equal(9, post.Text.Count(letter => letter == '#'));
        Assert.Contains("#eventprofs", post.Text, StringComparison.Ordinal);
    });

    [Fact]
    public void On_the_day_of_a_burst_nobody_writes_more_than_the_spammer() => Assert.All(Spam.Select(post => post.CreatedAt.Date).Distinct(), day =>
        Assert.StartsWith("seatsurge", DemoPast.Posts.Where(post => post.CreatedAt.Date == day).CountBy(post => post.Author.Username).MaxBy(author => author.Value).Key, StringComparison.Ordinal));

    [Fact]
    public void The_account_is_young_and_followed_as_if_it_were_old() => Assert.All(Spam, post =>
    {
        Assert.InRange(post.CreatedAt - post.Author.CreatedAt, TimeSpan.Zero, TimeSpan.FromDays(84));
        Assert.True(post.Author.Followers > People.All.Max(person => person.Followers));
    });

    [GeneratedRegex(@"https://seatsurge\.example/\S+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
