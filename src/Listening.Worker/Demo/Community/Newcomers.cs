using System.Globalization;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Worker.Demo.Community;

/// <summary>One or two new people a week: some are welcomed, some stay.</summary>
internal sealed class Newcomers(int seed, Publisher publisher, Conversation conversation)
{
    private const int WeeksOfActivity = 10;

    private static readonly string[] FirstNames =
    [
        "Nora", "Elif", "Jonas", "Mirja", "Tom", "Farah", "Luca", "Anneke", "Kofi", "Svea", "Rosa", "Milan", "Isla", "Viktor", "Chiara", "Owen", "Amina", "Joost", "Bruna", "Tadej", "Maeve", "Samir", "Greta", "Pablo", "Ilse",
        "Dario", "Noemi", "Finn", "Aylin", "Mats", "Clara", "Emeka", "Tilde", "Andrei", "Lotte", "Karim", "Saga",
    ];

    private static readonly string[] LastNames =
    [
        "Albrecht", "Baines", "Costa", "Dahl", "Evers", "Farrell", "Greco", "Holm", "Ivanov", "Jansson", "Keller", "Lopes", "Murray", "Nilsen", "Okafor", "Prins", "Quinn", "Ribeiro", "Sandberg", "Toivonen", "Ueda", "Visser", "Walsh",
        "Yilmaz", "Zanetti",
    ];

    public IEnumerable<ScriptedPost> Of(DateOnly day)
    {
        var thisWeek = WeekOf(day);
        return Enumerable.Range(thisWeek - WeeksOfActivity, WeeksOfActivity + 1).SelectMany(InWeek).SelectMany(arrival => Posts(arrival, day));
    }

    /// <summary>The first posts of those who come on a day.</summary>
    public IEnumerable<ScriptedPost> Introductions(DateOnly day) => InWeek(WeekOf(day)).Where(arrival => arrival.Joins == day).Select(arrival => Posts(arrival, day).First());

    private static int WeekOf(DateOnly day) => (day.DayNumber - 1) / 7;

    private IEnumerable<Arrival> InWeek(int week)
    {
        var dice = Dice.For(seed, string.Create(CultureInfo.InvariantCulture, $"newcomers {week}"));
        var count = dice.Happens(0.3) ? 2 : 1;
        for (var number = 0; number < count; number++)
        {
            var joins = DateOnly.FromDayNumber((week * 7) + 1 + dice.Below(7));
            yield return new Arrival(Person((week * 2) + number, dice), joins, Stays: dice.Happens(0.6));
        }
    }

    private static Person Person(int number, Dice dice)
    {
        var first = FirstNames[number % FirstNames.Length];
        var last = LastNames[((number * 7) + (number / FirstNames.Length)) % LastNames.Length];
        string[] hosts = [People.Events, People.Backstage, People.Messe, People.Plaza];
        return new Person(dice.Pick(hosts), $"{first}_{last}".ToLowerInvariant(), $"{first} {last}", dice.Pick(Phrases.NewcomerBios))
        {
            Topics = [.. dice.Shuffle(Topics.OfTheChat).Take(2)],
            Lines = Phrases.NewcomerPosts,
            Sociable = 0.3,
            Followers = 4 + dice.Below(40),
        };
    }

    private IEnumerable<ScriptedPost> Posts(Arrival arrival, DateOnly day)
    {
        var age = day.DayNumber - arrival.Joins.DayNumber;
        var person = arrival.Person;
        var occasion = string.Create(CultureInfo.InvariantCulture, $"newcomer {day:yyyyMMdd} {person.Username}");
        var dice = Dice.For(seed, occasion);
        var at = new DateTimeOffset(day, default, TimeSpan.Zero).AddHours(9 + (dice.Share() * 11));
        if (age == 0)
        {
            return Introduction(person, at, occasion, dice);
        }

        var chance = age is < 0 or > WeeksOfActivity * 7 ? 0 : age <= 6 ? 0.3 : arrival.Stays ? 0.1 : 0;
        return dice.Happens(chance) ? Talk(person, at, occasion, dice) : [];
    }

    private IEnumerable<ScriptedPost> Introduction(Person person, DateTimeOffset at, string occasion, Dice dice)
    {
        var introduction = publisher.Publish(person.Account, at, Saying(dice.Pick(Phrases.Introductions), person, dice), occasion);
        yield return introduction;
        var welcomes = dice.Shuffle(Phrases.Welcomes);
        for (var number = dice.Happens(0.6) ? 1 + dice.Below(3) : 0; number > 0; number--)
        {
            var host = dice.Pick(People.All, regular => regular.Sociable * regular.Sociable);
            yield return publisher.Publish(host.Account, at + dice.Between(TimeSpan.FromMinutes(6), TimeSpan.FromHours(7)), Saying(welcomes[number], host, dice), $"{occasion} w{number}", introduction);
        }
    }

    private IEnumerable<ScriptedPost> Talk(Person person, DateTimeOffset at, string occasion, Dice dice)
    {
        var post = publisher.Publish(person.Account, at, Voice.Post(person, dice), occasion);
        return conversation.AnswersTo(post, person).Prepend(post);
    }

    private static Saying Saying(string pattern, Person person, Dice dice) => new(Voice.Tagged(Wording.Fill(pattern, dice), person, null, dice), "en");

    private sealed record Arrival(Person Person, DateOnly Joins, bool Stays);
}
