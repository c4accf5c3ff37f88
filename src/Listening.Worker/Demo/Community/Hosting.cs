using System.Globalization;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Worker.Demo.Community;

/// <summary>
/// What the host does besides the chat, on two early mornings a week: she welcomes those who have come, answers what nobody has
/// answered, brings people together, and on the morning after a chat sums it up.
/// </summary>
/// <param name="seed">Of the whole community.</param>
/// <param name="publisher">Makes posts.</param>
/// <param name="newcomers">Whom she welcomes.</param>
/// <param name="chat">What she sums up.</param>
/// <param name="said">What was said on a day.</param>
internal sealed class Hosting(int seed, Publisher publisher, Newcomers newcomers, WeeklyChat chat, Func<DateOnly, IReadOnlyList<ScriptedPost>> said)
{
    private const int QuestionsARound = 3;

    /// <summary>Now and then one is overlooked.</summary>
    private const double Attention = 0.8;

    private static Person Host => People.ChatHost;

    public IEnumerable<ScriptedPost> Of(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Monday => Round(day, daysBack: 3),
        DayOfWeek.Friday => [.. Summary(day), .. Round(day, daysBack: 4)],
        _ => [],
    };

    private IEnumerable<ScriptedPost> Summary(DateOnly day)
    {
        var evening = chat.Of(day.AddDays(-1)).ToList();
        if (evening.Count == 0)
        {
            yield break;
        }

        var occasion = Occasion("summary", day);
        var dice = Dice.For(seed, occasion);
        var questions = evening.Where(post => post.ReplyTo is null).Select(post => post.Key).ToHashSet(StringComparer.Ordinal);
        var answers = evening.Where(post => post.Author != Host.Account && post.ReplyTo is { } asked && questions.Contains(asked)).ToList();
        var best = dice.Shuffle(answers.Select(answer => answer.Author).Distinct()).Take(3).Select(Mention).ToList();
        var words = dice.Pick(Phrases.ChatSummaries)
            .Replace("{topic}", WeeklyChat.TopicOf(day.AddDays(-1)).Name, StringComparison.Ordinal)
            .Replace("{answers}", Number(answers.Count), StringComparison.Ordinal)
            .Replace("{people}", Number(answers.DistinctBy(answer => answer.Author.Acct).Count()), StringComparison.Ordinal)
            .Replace("{best}", $"{string.Join(", ", best.SkipLast(1))} and {best[^1]}", StringComparison.Ordinal);
        yield return publisher.Publish(Host.Account, Morning(day, dice), Said(words, dice), occasion);
    }

    private IEnumerable<ScriptedPost> Round(DateOnly day, int daysBack)
    {
        var dice = Dice.For(seed, Occasion("round", day));
        var at = Morning(day, dice) + TimeSpan.FromMinutes(20);
        var days = Enumerable.Range(1, daysBack).Select(back => day.AddDays(-back)).Reverse().ToList();
        var posts = days.SelectMany(said).Where(post => post.CreatedAt < at).ToList();
        var introductions = days.SelectMany(newcomers.Introductions).ToList();
        var greeted = posts.Where(post => post.Author == Host.Account).Select(post => post.ReplyTo).ToHashSet(StringComparer.Ordinal);
        foreach (var introduction in introductions.Where(post => !greeted.Contains(post.Key) && dice.Happens(Attention)))
        {
            yield return Answer(introduction, Phrases.HostWelcomes);
        }

        var answered = posts.Select(post => post.ReplyTo).Concat(introductions.Select(post => post.Key)).ToHashSet(StringComparer.Ordinal);
        foreach (var question in posts.Where(post => IsQuestion(post) && !answered.Contains(post.Key)).Take(QuestionsARound))
        {
            yield return Answer(question, Phrases.HostAnswers);
        }

        ScriptedPost Answer(ScriptedPost post, IReadOnlyList<string> patterns)
        {
            at += dice.Between(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(9));
            var words = dice.Pick(patterns).Replace("{friend}", Mention(SomebodyFor(post.Author, dice).Account), StringComparison.Ordinal);
            return publisher.Publish(Host.Account, at, Said(words, dice), $"host {post.Key}", post);
        }
    }

    private static bool IsQuestion(ScriptedPost post) =>
        post.ReplyTo is null && post.Language == "en" && post.Author != Host.Account && post.Text.Split('#')[0].TrimEnd().EndsWith('?');

    /// <summary>Whoever likes to talk, sooner about a topic of theirs.</summary>
    private static Person SomebodyFor(ScriptedAccount author, Dice dice)
    {
        var topics = People.All.FirstOrDefault(person => person.Account == author)?.Topics ?? [];
        List<Person> others = [.. People.All.Where(person => person != Host && person.Account != author && person.Language == "en")];
        return dice.Pick(others, person => person.Sociable * (person.Topics.Intersect(topics).Any() ? 6 : 1));
    }

    private static DateTimeOffset Morning(DateOnly day, Dice dice) => new DateTimeOffset(day, new TimeOnly(5, 40), TimeSpan.Zero).AddMinutes(50 * dice.Share());

    private static string Mention(ScriptedAccount account) => $"@{account.Acct}";

    private static Saying Said(string pattern, Dice dice) => new(Voice.Tagged(Wording.Fill(pattern, dice), Host, null, dice), "en");

    private static string Occasion(string what, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"host {what} {day:yyyyMMdd}");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
