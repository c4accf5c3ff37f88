using System.Globalization;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Worker.Demo.Community;

/// <summary>
/// What is said while somebody watches: every few seconds at first, so that something is seen at once, then more and more
/// slowly; now and then something happens and many speak at once.
/// </summary>
internal sealed class LiveTalk(int seed, DateTimeOffset watchedFrom, Publisher publisher)
{
    /// <summary>Whoever has spoken lets so many others speak first.</summary>
    private const int Pausing = 15;

    private static readonly TimeSpan FirstStir = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan BetweenStirs = TimeSpan.FromMinutes(55);
    private static readonly TimeSpan StirLength = TimeSpan.FromMinutes(3);

    public IEnumerable<ScriptedPost> Between(DateTimeOffset from, DateTimeOffset until) =>
        until <= watchedFrom ? [] : Murmur(until).Concat(Stirs(until)).Where(post => post.CreatedAt >= from && post.CreatedAt < until);

    private IEnumerable<ScriptedPost> Murmur(DateTimeOffset until)
    {
        ScriptedPost? last = null;
        var spoke = new Queue<Person>();
        var elapsed = TimeSpan.FromSeconds(2);
        for (var number = 0; watchedFrom + elapsed < until; number++)
        {
            var occasion = Occasion($"live {number}");
            var dice = Dice.For(seed, occasion);
            var person = dice.Pick([.. People.All.Except(spoke)], person => person.PostsPerWeek);
            spoke.Enqueue(person);
            if (spoke.Count > Pausing)
            {
                spoke.Dequeue();
            }

            var isAnswer = last is not null && last.Language == person.Language && last.Author != person.Account && dice.Happens(0.4);
            var saying = isAnswer ? Voice.Answer(person, person.Language, dice) : Voice.Post(person, dice);
            last = publisher.Publish(person.Account, watchedFrom + elapsed, saying, occasion, isAnswer ? last : null);
            yield return last;
            elapsed += Pause(elapsed, dice);
        }
    }

    private IEnumerable<ScriptedPost> Stirs(DateTimeOffset until)
    {
        for (var number = 0; watchedFrom + FirstStir + (number * BetweenStirs) is var begins && begins < until; number++)
        {
            foreach (var post in Stir(begins, number))
            {
                yield return post;
            }
        }
    }

    private IEnumerable<ScriptedPost> Stir(DateTimeOffset begins, int number)
    {
        var occasion = Occasion($"stir {number}");
        var dice = Dice.For(seed, occasion);
        var (news, reactions) = Phrases.Stirs[number % Phrases.Stirs.Count];
        var speakers = dice.Shuffle(People.All).Take(1 + reactions.Count).ToList();
        var first = publisher.Publish(speakers[0].Account, begins, Said(news, speakers[0], dice), occasion);
        yield return first;
        foreach (var (person, words) in speakers.Skip(1).Zip(reactions))
        {
            var at = begins + dice.Between(TimeSpan.FromSeconds(15), StirLength);
            yield return publisher.Publish(person.Account, at, Said(words, person, dice), $"{occasion} {person.Username}", dice.Happens(0.6) ? first : null);
        }
    }

    private static Saying Said(string pattern, Person person, Dice dice) => new(Voice.Tagged(Wording.Fill(pattern, dice), person, null, dice), "en");

    private static TimeSpan Pause(TimeSpan elapsed, Dice dice)
    {
        var (least, most) = elapsed.TotalMinutes switch
        {
            < 2 => (3, 8),
            < 10 => (12, 40),
            < 60 => (60, 220),
            _ => (240, 900),
        };
        return dice.Between(TimeSpan.FromSeconds(least), TimeSpan.FromSeconds(most));
    }

    private string Occasion(string what) => string.Create(CultureInfo.InvariantCulture, $"{watchedFrom.ToUnixTimeMilliseconds()} {what}");
}
