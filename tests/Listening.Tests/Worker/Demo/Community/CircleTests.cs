using Listening.Worker.Demo.Community;

namespace Listening.Tests.Worker.Demo.Community;

public sealed class CircleTests
{
    private static readonly HashSet<string> Friends = [.. People.Circle.Select(person => person.Account.Acct)];

    /// <summary>Answers, with whom they answer.</summary>
    private static readonly IReadOnlyList<(string From, string To)> Answers =
        [.. DemoPast.Posts.Select(post => (From: post.Author.Acct, To: DemoPast.Answered(post)?.Acct ?? "")).Where(answer => answer.To.Length > 0)];

    [Fact]
    public void The_friends_answer_mostly_each_other()
    {
        var given = Answers.Where(answer => Friends.Contains(answer.From)).ToList();
        Assert.True(given.Count > 80, $"{given.Count} answers");
        Assert.InRange(given.Count(answer => Friends.Contains(answer.To)) / (double)given.Count, 0.85, 0.99);
    }

    [Fact]
    public void Others_answer_the_friends_now_and_then() =>
        Assert.InRange(Answers.Count(answer => Friends.Contains(answer.To) && !Friends.Contains(answer.From)), 1, 20);

    [Fact]
    public void Each_of_the_friends_answers_nearly_all_of_the_others() => Assert.All(Friends, friend =>
        Assert.InRange(Answers.Where(answer => answer.From == friend && Friends.Contains(answer.To)).Select(answer => answer.To).Distinct().Count(), Friends.Count - 2, Friends.Count - 1));

    [Fact]
    public void The_friends_are_at_it_in_every_week()
    {
        var weeks = DemoPast.Posts.Where(post => Friends.Contains(post.Author.Acct)).Select(post => (int)((DemoPast.Now - post.CreatedAt).TotalDays / 7)).Distinct().Order();
        Assert.Equal(Enumerable.Range(0, 12), weeks);
    }

    [Fact]
    public void The_friends_are_no_regulars_and_have_words_of_their_own()
    {
        Assert.Empty(People.Circle.Intersect(People.All));
        var own = People.Circle.SelectMany(person => person.Lines).Concat(Phrases.CircleAnswers).Concat(Phrases.CircleReplies).ToList();
        Assert.Equal(own.Count, own.Distinct().Count());
        Assert.Empty(own.Intersect(People.All.SelectMany(person => person.Lines)));
    }
}
