using System.Globalization;
using Listening.Worker.Demo.Community;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.Worker.Demo.Community;

public sealed class HostingTests
{
    private static readonly string Host = People.ChatHost.Account.Acct;

    [Fact]
    public void The_host_welcomes_most_of_those_who_come_by_answering_them_within_four_days()
    {
        var introductions = FirstPostsOfNewcomers().Where(post => post.CreatedAt < DemoPast.Now.AddDays(-5)).ToList();
        var welcomed = introductions.Where(post => DemoPast.Answers[post.Key].Any(answer => answer.Author.Acct == Host && answer.CreatedAt - post.CreatedAt < TimeSpan.FromDays(4.5))).ToList();
        Assert.True(introductions.Count >= 10, $"{introductions.Count} came");
        Assert.True(welcomed.Count >= introductions.Count * 0.6, $"{welcomed.Count} of {introductions.Count} were welcomed");
    }

    [Fact]
    public void The_host_answers_questions_that_nobody_else_has_answered()
    {
        var answered = DemoPast.Posts.Where(post => post.Author.Acct != Host && DemoPast.Answers[post.Key].Any(answer => answer.Author.Acct == Host && answer.Key == $"host {post.Key}")).Except(FirstPostsOfNewcomers()).ToList();
        Assert.True(answered.Count >= 8, $"{answered.Count} questions");
        Assert.All(answered, question =>
        {
            Assert.Contains('?', question.Text);
            var hers = DemoPast.Answers[question.Key].First(answer => answer.Author.Acct == Host).CreatedAt;
            Assert.DoesNotContain(DemoPast.Answers[question.Key], answer => answer.CreatedAt < hers);
        });
    }

    [Fact]
    public void On_the_morning_after_a_chat_the_host_sums_it_up_with_three_people_of_that_evening()
    {
        var chats = DemoPast.Posts.Where(post => post.Text.StartsWith("Q1: ", StringComparison.Ordinal)).ToList();
        Assert.All(chats, chat =>
        {
            var summary = Assert.Single(DemoPast.Posts, post => post.Key == string.Create(CultureInfo.InvariantCulture, $"host summary {chat.CreatedAt.AddDays(1):yyyyMMdd}"));
            Assert.Equal(Host, summary.Author.Acct);
            var evening = DemoPast.Posts.Where(post => post.CreatedAt > chat.CreatedAt && post.CreatedAt < chat.CreatedAt.AddHours(1)).Select(post => post.Author.Acct).ToHashSet();
            var named = PostHtml.MentionsIn(summary.Text).ToList();
            Assert.Equal(3, named.Count);
            Assert.All(named, name => Assert.Contains(name, evening));
        });
    }

    [Fact]
    public void Nobody_answers_as_many_different_people_as_the_host()
    {
        var helpers = DemoPast.Posts.Where(post => DemoPast.Answered(post) is not null).GroupBy(post => post.Author.Acct)
            .OrderByDescending(own => own.Select(post => DemoPast.Answered(post)!.Acct).Distinct().Count());
        Assert.Equal(Host, helpers.First().Key);
    }

    private static IEnumerable<ScriptedPost> FirstPostsOfNewcomers() => DemoPast.Posts
        .Where(post => post.Key.StartsWith("newcomer", StringComparison.Ordinal) && post.ReplyTo is null)
        .GroupBy(post => post.Author.Acct)
        .Select(own => own.First())
        .Where(post => Phrases.Introductions.Any(words => post.Text.StartsWith(words.Split('{')[0], StringComparison.Ordinal)));
}
