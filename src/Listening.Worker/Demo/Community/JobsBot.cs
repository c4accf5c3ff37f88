using System.Globalization;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Worker.Demo.Community;

/// <summary>The one automated account: jobs, every morning of a working day.</summary>
internal sealed class JobsBot(int seed, Publisher publisher)
{
    private static readonly string[] Roles =
    [
        "stage manager", "registration lead", "sound engineer", "rigger", "event producer", "volunteer coordinator", "venue manager", "catering planner", "live captioner", "exhibition builder", "streaming director", "safety steward",
    ];

    private static readonly string[] Patterns =
    [
        "Job: {role}, {city}, {n} days. Start on {day}.",
        "New: {role} wanted in {city}. {tens} hours a month, from next quarter.",
        "{city} looks for a {role} for an event with {crowd} guests. Apply by {day}.",
        "Open position: {role}. Place: {city}. Team of {n}.",
    ];

    public static ScriptedAccount Account { get; } = new()
    {
        Host = People.Backstage,
        Username = "eventjobs",
        DisplayName = "Event Jobs",
        Bio = "<p>Automated. Jobs in events, mornings. Kept by the people of backstage.example.</p>",
        Bot = true,
        Followers = 1500,
        Following = 0,
        EarlierPosts = 900,
    };

    public IEnumerable<ScriptedPost> Of(DateOnly day)
    {
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            yield break;
        }

        var occasion = string.Create(CultureInfo.InvariantCulture, $"jobs {day:yyyyMMdd}");
        var dice = Dice.For(seed, occasion);
        for (var number = 0; number < 2; number++)
        {
            var text = Wording.Fill(dice.Pick(Patterns).Replace("{role}", dice.Pick(Roles), StringComparison.Ordinal), dice);
            var at = new DateTimeOffset(day, new TimeOnly(7, 5 * number, 1 + number), TimeSpan.Zero);
            yield return publisher.Publish(Account, at, new Saying($"{text} #eventprofs #EventJobs", "en"), $"{occasion} {number}");
        }
    }
}
