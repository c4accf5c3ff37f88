using System.Globalization;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Worker.Demo.Community;

/// <summary>What six friends say, nearly always to each other; now and then one of them answers somebody else, or is answered.</summary>
/// <param name="seed">Of the whole community.</param>
/// <param name="publisher">Makes posts.</param>
/// <param name="said">What everybody else said on a day.</param>
internal sealed class Circle(int seed, Publisher publisher, Func<DateOnly, IReadOnlyList<ScriptedPost>> said)
{
    private const double ThreadsADay = 0.55;
    private const double OutsideAnswersADay = 0.1;
    private const double AnOutsiderJoins = 0.12;

    public IEnumerable<ScriptedPost> Of(DateOnly day)
    {
        var occasion = string.Create(CultureInfo.InvariantCulture, $"circle {day:yyyyMMdd}");
        var dice = Dice.For(seed, occasion);
        for (var number = dice.Times(ThreadsADay); number > 0; number--)
        {
            foreach (var post in Thread(day, string.Create(CultureInfo.InvariantCulture, $"{occasion} {number}")))
            {
                yield return post;
            }
        }

        List<ScriptedPost> others = [.. said(day).Where(post => post.ReplyTo is null && post.Language == "en")];
        if (dice.Happens(OutsideAnswersADay) && others.Count > 0)
        {
            var post = dice.Pick(others);
            var member = dice.Pick(People.Circle);
            yield return publisher.Publish(member.Account, post.CreatedAt + Pause(dice), Voice.Answer(member, "en", dice), $"{occasion} outside", post);
        }
    }

    private IEnumerable<ScriptedPost> Thread(DateOnly day, string occasion)
    {
        var dice = Dice.For(seed, occasion);
        var friends = new Queue<Person>(dice.Shuffle(People.Circle));
        var starter = friends.Dequeue();
        var words = Wording.Fill(dice.Pick(starter.Lines), dice);
        if (dice.Happens(0.4))
        {
            words = $"{Wording.Fill(dice.Pick(Phrases.Openers("en")), dice)} {words}";
        }

        var at = new DateTimeOffset(day, default, TimeSpan.Zero).AddHours(16 + (6 * dice.Share()));
        var first = publisher.Publish(starter.Account, at, Tagged(words, starter, dice), occasion);
        yield return first;
        var last = first;
        var answers = dice.Shuffle(Phrases.CircleAnswers).ToList();
        for (var number = 1 + dice.Below(4); number > 0; number--)
        {
            var friend = friends.Dequeue();
            var answer = answers.First(words => !words.Contains(friend.Name.Split(' ')[0], StringComparison.Ordinal)); // nobody speaks to themselves
            answers.Remove(answer);
            last = Say(friend, answer, dice.Happens(0.6) ? first : last, string.Create(CultureInfo.InvariantCulture, $"a{number}"));
            yield return last;
            if (dice.Happens(0.3))
            {
                last = Say(starter, dice.Pick(Phrases.CircleReplies), last, string.Create(CultureInfo.InvariantCulture, $"a{number} r"));
                yield return last;
            }
        }

        if (dice.Happens(AnOutsiderJoins))
        {
            var outsider = dice.Pick([.. People.All.Where(person => person.Language == "en")], person => person.Sociable);
            yield return publisher.Publish(outsider.Account, first.CreatedAt + Pause(dice), Voice.Answer(outsider, "en", dice), $"{occasion} outsider", first);
        }

        ScriptedPost Say(Person friend, string pattern, ScriptedPost answered, string what) =>
            publisher.Publish(friend.Account, answered.CreatedAt + Pause(dice), Tagged(Wording.Fill(pattern, dice), friend, dice), $"{occasion} {what}", answered);
    }

    private static Saying Tagged(string words, Person person, Dice dice) => new(Voice.Tagged(words, person, null, dice), "en");

    /// <summary>They have each other's bell switched on.</summary>
    private static TimeSpan Pause(Dice dice) => dice.Between(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(35));
}
