using System.Text.RegularExpressions;
using Listening.Worker.Demo.Community;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.Worker.Demo.Community;

public sealed partial class DemoCommunityTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 16, 30, 0, TimeSpan.Zero);
    private static readonly IReadOnlyList<ScriptedPost> History = PostsOf(new DemoCommunity(7, Now), Now);

    [Fact]
    public void Twelve_weeks_are_there_at_once()
    {
        Assert.InRange(History.Count, 2800, 3600);
        Assert.InRange(History.Min(post => post.CreatedAt), Now.AddDays(-84), Now.AddDays(-83));
        Assert.InRange(History.Max(post => post.CreatedAt), Now.AddHours(-12), Now);
    }

    [Fact]
    public void The_same_seed_and_time_give_the_same_posts() =>
        Assert.Equal(History.Select(Facts), PostsOf(new DemoCommunity(7, Now), Now).Select(Facts));

    [Fact]
    public void Another_seed_gives_other_posts() =>
        Assert.NotEqual(History.Select(Facts), PostsOf(new DemoCommunity(8, Now), Now).Select(Facts));

    [Fact]
    public void Somebody_who_comes_back_a_day_later_finds_the_same_past()
    {
        var later = PostsOf(new DemoCommunity(7, Now.AddDays(1)), Now).Select(Facts).ToList();
        Assert.NotEmpty(later);
        Assert.Equal(History.Where(post => post.CreatedAt >= Now.AddDays(-83)).Select(Facts), later);
    }

    [Fact]
    public void A_story_told_in_pieces_is_the_same_story()
    {
        var until = Now.AddHours(2);
        var story = new DemoCommunity(7, Now).Story;
        var pieces = Enumerable.Range(0, 12).SelectMany(i => story.Between(Now.AddMinutes(10 * i), Now.AddMinutes(10 * (i + 1))));
        Assert.Equal(story.Between(Now, until).Select(post => post.Key).Order(StringComparer.Ordinal), pieces.Select(post => post.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Some_forty_people_and_one_bot_take_part_besides_the_circle_and_the_spammer()
    {
        var others = People.Circle.Select(person => person.Account.Acct).Concat(History.Where(IsSpam).Select(post => post.Author.Acct)).ToHashSet();
        var authors = History.Select(post => post.Author).DistinctBy(author => author.Acct).Where(author => !others.Contains(author.Acct)).ToList();
        Assert.InRange(authors.Count(author => !author.Bot), 38, 60);
        Assert.Single(authors, author => author.Bot);
        Assert.Equal(4, authors.Select(author => author.Host).Distinct().Count());
    }

    [Fact]
    public void Some_want_to_be_left_out_each_in_their_own_way()
    {
        var authors = History.Select(post => post.Author).DistinctBy(author => author.Acct).ToList();
        Assert.Single(authors, author => author.Bio.Contains("<span>nobot</span>", StringComparison.Ordinal));
        Assert.Single(authors, author => author.Discoverable is false);
        Assert.InRange(authors.Count(author => author.Indexable is not true), 2, 8);
    }

    [Fact]
    public void The_chat_is_on_thursdays_at_20_with_numbered_questions()
    {
        var questions = History.Where(post => post.Text.StartsWith("Q1: ", StringComparison.Ordinal)).ToList();
        Assert.InRange(questions.Count, 10, 12);
        Assert.All(questions, question =>
        {
            Assert.Equal(DayOfWeek.Thursday, question.CreatedAt.DayOfWeek);
            Assert.Equal(20, question.CreatedAt.Hour);
            Assert.Equal("mara", question.Author.Username);
            Assert.InRange(History.Where(post => post.ReplyTo == question.Key).Select(post => post.Author.Acct).Distinct().Count(), 4, 25);
        });
    }

    [Fact]
    public void The_hour_of_the_chat_is_the_busiest_of_its_week()
    {
        foreach (var evening in History.Where(post => post.Text.StartsWith("Q1: ", StringComparison.Ordinal)).Select(post => post.CreatedAt.Date))
        {
            var week = History.Where(post => post.CreatedAt.Date > evening.AddDays(-4) && post.CreatedAt.Date < evening.AddDays(4));
            var busiest = week.CountBy(post => post.CreatedAt.Date.AddHours(post.CreatedAt.Hour)).MaxBy(hour => hour.Value);
            Assert.Equal(evening.AddHours(20), busiest.Key);
        }
    }

    [Fact]
    public void Some_came_in_the_last_week_and_some_of_them_are_not_answered_yet()
    {
        var newcomers = Enumerable.Range(0, 8).Select(week => Now.AddDays(-7 * week)).Select(end => FirstPosts(end).Count(first => first.CreatedAt >= end.AddDays(-7))).ToList();
        Assert.All(newcomers.Take(6), count => Assert.InRange(count, 1, 6));
        var introductions = History.Where(post => post.Key.StartsWith("newcomer", StringComparison.Ordinal) && post.ReplyTo is null).ToList();
        var answered = History.Select(post => post.ReplyTo).ToHashSet();
        Assert.Contains(introductions, post => answered.Contains(post.Key));
        Assert.Contains(introductions, post => !answered.Contains(post.Key));
    }

    [Fact]
    public void People_answer_each_other_after_what_they_answer()
    {
        var byKey = History.ToDictionary(post => post.Key);
        var answers = History.Where(post => post.ReplyTo is { } parent && byKey.ContainsKey(parent)).ToList();
        Assert.True(answers.Count > History.Count / 4, $"{answers.Count} of {History.Count} are answers");
        Assert.All(answers, answer => Assert.True(answer.CreatedAt > byKey[answer.ReplyTo!].CreatedAt));
        Assert.All(answers, answer => Assert.NotEqual(answer.Author.Acct, byKey[answer.ReplyTo!].Author.Acct));
    }

    [Fact]
    public void Hardly_any_text_is_said_twice_except_by_the_spammer()
    {
        var texts = History.Where(post => !IsSpam(post)).Select(post => post.Text).ToList();
        var repeated = texts.Count - texts.Distinct().Count();
        Assert.True(repeated < texts.Count * 0.05, $"{repeated} of {texts.Count} texts were said before");
        Assert.DoesNotContain(History, post => post.Text.Contains('{', StringComparison.Ordinal));
    }

    [Fact]
    public void There_are_several_hundred_patterns_of_sentences()
    {
        var patterns = Topics.All.SelectMany(topic => topic.Posts.Concat(topic.Opinions).Concat(topic.Questions))
            .Concat(People.All.SelectMany(person => person.Lines))
            .Concat(Phrases.ChatAnswers).Concat(Phrases.Answers("en")).ToList();
        Assert.Equal(patterns.Count, patterns.Distinct().Count());
        Assert.True(patterns.Count >= 400, $"{patterns.Count} patterns");
    }

    [Fact]
    public void Several_languages_are_spoken() =>
        Assert.Equal(["de", "en", "es"], History.Select(post => post.Language).Distinct().Order());

    [Fact]
    public void Every_link_and_every_host_is_an_invented_one()
    {
        var hosts = History.SelectMany(post => AddressesIn(post.Text).Concat(AddressesIn(post.Author.Bio)).Concat(post.Author.Fields.SelectMany(field => AddressesIn(field.Value)))).Concat(DemoCommunity.HostNames).ToHashSet();
        Assert.True(hosts.Count > DemoCommunity.HostNames.Count, string.Join(", ", hosts));
        Assert.All(hosts, host => Assert.EndsWith(".example", host, StringComparison.Ordinal));
    }

    [Fact]
    public void Somebody_who_watches_sees_something_every_ten_seconds_at_first()
    {
        var live = new DemoCommunity(7, Now).Story.Between(Now, Now.AddMinutes(2)).Select(post => post.CreatedAt).Order().ToList();
        Assert.All(live.Prepend(Now).Zip(live), pair => Assert.True(pair.Second - pair.First < TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Now_and_then_many_speak_at_once()
    {
        var posts = new DemoCommunity(7, Now).Story.Between(Now.AddMinutes(4), Now.AddMinutes(7.1)).ToList();
        Assert.True(posts.Select(post => post.Author.Acct).Distinct().Count() >= 9, $"{posts.Count} posts");
    }

    [Fact]
    public void Live_posts_thin_out_to_a_normal_day()
    {
        var secondHour = new DemoCommunity(7, Now).Story.Between(Now.AddHours(2), Now.AddHours(3)).Count();
        Assert.InRange(secondHour, 4, 40);
    }

    private static IReadOnlyList<ScriptedPost> PostsOf(DemoCommunity community, DateTimeOffset until) =>
        [.. community.Story.Between(community.Story.Begins, until).OrderBy(post => post.CreatedAt).ThenBy(post => post.Key, StringComparer.Ordinal)];

    private static IEnumerable<ScriptedPost> FirstPosts(DateTimeOffset before) =>
        History.Where(post => post.CreatedAt < before).GroupBy(post => post.Author.Acct).Select(posts => posts.MinBy(post => post.CreatedAt)!);

    private static bool IsSpam(ScriptedPost post) => post.Key.StartsWith("spam", StringComparison.Ordinal);

    private static (string Key, DateTimeOffset At, string Text, int Likes) Facts(ScriptedPost post) => (post.Key, post.CreatedAt, post.Text, post.Likes);

    private static IEnumerable<string> AddressesIn(string text) => Address().Matches(text).Select(link => link.Groups["host"].Value);

    [GeneratedRegex(@"https?://(?<host>[\w.-]+)|@\w+@(?<host>[\w.-]*\w)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
