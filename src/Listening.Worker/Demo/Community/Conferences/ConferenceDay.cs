using System.Globalization;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Worker.Demo.Community.Conferences;

/// <summary>What is said of a conference on one day.</summary>
/// <param name="seed">Of the whole community.</param>
/// <param name="publisher">Makes posts.</param>
/// <param name="conference">Which one.</param>
/// <param name="day">The day.</param>
/// <param name="chair">Who opens and closes it.</param>
/// <param name="guests">Who has come.</param>
/// <param name="programme">The topics of both days.</param>
internal sealed class ConferenceDay(int seed, Publisher publisher, Conference conference, DateOnly day, Person chair, IReadOnlyList<Person> guests, IReadOnlyList<Topic> programme)
{
    private const int SessionsADay = 7;

    private static readonly string[] Rooms = ["the blue room", "the gallery"];

    private readonly string _occasion = string.Create(CultureInfo.InvariantCulture, $"conference {day:yyyyMMdd}");
    private readonly Dice _dice = Dice.For(seed, string.Create(CultureInfo.InvariantCulture, $"conference day {day:yyyyMMdd}"));
    private readonly List<ScriptedPost> _posts = [];

    public IReadOnlyList<ScriptedPost> Announcement()
    {
        Say(chair, At(9, 60), _dice.Pick(Phrases.ConferenceAnnouncements), "announcement");
        Chorus(guests, 0.15, Phrases.ConferencePlans, (10, 600), "plan");
        return _posts;
    }

    public IReadOnlyList<ScriptedPost> Opening()
    {
        Chorus(guests, 0.5, Phrases.ConferenceArrivals, (7, 110), "arrival");
        Say(chair, At(9, 5), _dice.Pick(Phrases.ConferenceOpenings), "opening");
        Programme(programme.Take(SessionsADay));
        Chorus(guests, 0.4, Phrases.ConferenceEvenings, (19, 200), "evening");
        return _posts;
    }

    public IReadOnlyList<ScriptedPost> LastDay()
    {
        Chorus(guests, 0.3, Phrases.ConferenceMornings, (6, 160), "morning");
        Programme(programme.Skip(SessionsADay).Take(SessionsADay));
        Say(chair, At(17, 20), _dice.Pick(Phrases.ConferenceClosings), "closing");
        Chorus(guests, 0.3, Phrases.ConferenceThanks, (17, 300), "thanks");
        return _posts;
    }

    public IReadOnlyList<ScriptedPost> Thanks()
    {
        Chorus(guests, 0.4, Phrases.ConferenceThanks, (6, 600), "thanks");
        return _posts;
    }

    /// <summary>Two rooms at a time, and what goes on between them.</summary>
    private void Programme(IEnumerable<Topic> topics)
    {
        int[] hours = [9, 11, 13, 15];
        foreach (var (slot, parallel) in topics.Chunk(Rooms.Length).Index())
        {
            var speakers = parallel.Aggregate(new List<Person>(), (chosen, topic) => [.. chosen, SpeakerOn(topic, [.. guests.Except(chosen)])]);
            var listeners = _dice.Shuffle(guests.Except(speakers));
            foreach (var (number, topic) in parallel.Index())
            {
                var audience = listeners.Where((_, seat) => seat % parallel.Length == number).ToList();
                Session(topic, Rooms[number], speakers[number], audience, At(hours[slot], 5) + TimeSpan.FromMinutes(15), string.Create(CultureInfo.InvariantCulture, $"s{slot}{number}"));
            }
        }

        Chorus(guests, 0.6, Phrases.ConferenceCorridors, (9, 480), "corridor");
        Chorus([.. People.All.Except(guests).Where(person => person != chair)], 0.25, Phrases.ConferenceFromAfar, (9, 540), "afar");
    }

    private Person SpeakerOn(Topic topic, IReadOnlyList<Person> people) =>
        _dice.Pick(people, person => person.Topics[0] == topic ? 9 : person.Topics.Contains(topic) ? 3 : 0.01);

    private void Session(Topic topic, string room, Person speaker, List<Person> audience, DateTimeOffset begins, string what)
    {
        Say(audience[0], begins, Filled(_dice.Pick(Phrases.SessionStarts)), $"{what} start");
        var quotes = _dice.Shuffle(topic.Opinions).Zip(_dice.Shuffle(Phrases.SessionQuotes), (quote, pattern) => Filled(pattern).Replace("{quote}", quote, StringComparison.Ordinal));
        foreach (var (listener, quote) in audience.Skip(1).Take(6 + _dice.Below(3)).Zip(quotes))
        {
            var quoted = Say(listener, begins + Within(4, 40), quote, $"{what} q {listener.Username}");
            var other = _dice.Pick(People.All);
            if (other != listener && _dice.Happens(0.35))
            {
                Say(other, quoted.CreatedAt + Within(1, 25), _dice.Pick(Phrases.SessionReactions), $"{what} r {listener.Username}", quoted);
            }
        }

        Say(speaker, begins + Within(46, 70), Filled(_dice.Pick(Phrases.SpeakerThanks)), $"{what} end");

        string Filled(string pattern) => pattern
            .Replace("{speaker}", $"@{speaker.Account.Acct}", StringComparison.Ordinal)
            .Replace("{topic}", topic.Name, StringComparison.Ordinal)
            .Replace("{room}", room, StringComparison.Ordinal);
    }

    /// <summary>Some of the people, each with words of their own, from an hour on for some minutes.</summary>
    private void Chorus(IReadOnlyList<Person> people, double chance, IReadOnlyList<string> patterns, (int Hour, int Minutes) when, string what)
    {
        var words = new Queue<string>(_dice.Shuffle(patterns));
        foreach (var person in people.Where(_ => _dice.Happens(chance)).Take(words.Count))
        {
            Say(person, At(when.Hour, when.Minutes), words.Dequeue(), $"{what} {person.Username}");
        }
    }

    private ScriptedPost Say(Person person, DateTimeOffset at, string pattern, string what, ScriptedPost? answered = null)
    {
        var text = Voice.Tagged(Wording.Fill(conference.Fill(pattern), _dice), person, conference.Tag, _dice);
        var post = publisher.Publish(person.Account, at, new Saying(text, "en"), $"{_occasion} {what}", answered);
        _posts.Add(post);
        return post;
    }

    private DateTimeOffset At(int hour, int minutes) => new DateTimeOffset(day, new TimeOnly(hour, 0), TimeSpan.Zero).AddMinutes(minutes * _dice.Share());

    private TimeSpan Within(int least, int most) => _dice.Between(TimeSpan.FromMinutes(least), TimeSpan.FromMinutes(most));
}
