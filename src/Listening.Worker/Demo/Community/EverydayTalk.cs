using System.Globalization;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Worker.Demo.Community;

/// <summary>What the regulars say on a day, each at their own pace and in their own daylight.</summary>
internal sealed class EverydayTalk(int seed, Publisher publisher, Conversation conversation)
{
    /// <summary>Of the posts that people would write, this share gets written.</summary>
    private const double Pace = 0.65;

    /// <summary>How busy the hours of a day are, from 06 to 22 where the person lives.</summary>
    private static readonly double[] Hours = [1, 3, 5, 6, 4, 4, 6, 5, 3, 3, 4, 5, 4, 4, 5, 4, 2];

    public IEnumerable<ScriptedPost> Of(DateOnly day) => People.All.SelectMany(person => Of(day, person));

    private IEnumerable<ScriptedPost> Of(DateOnly day, Person person)
    {
        var dice = Dice.For(seed, string.Create(CultureInfo.InvariantCulture, $"talk {day:yyyyMMdd} {person.Username}"));
        var count = dice.Times(person.PostsPerWeek * Pace / 7 * Weekday(day) * Mood(day, person));
        for (var number = 0; number < count; number++)
        {
            var at = TimeOfDay(day, person, dice);
            var post = publisher.Publish(person.Account, at, Voice.Post(person, dice), string.Create(CultureInfo.InvariantCulture, $"talk {day:yyyyMMdd} {person.Username} {number}"));
            yield return post;
            foreach (var answer in conversation.AnswersTo(post, person))
            {
                yield return answer;
            }
        }
    }

    private static double Weekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => 0.45,
        DayOfWeek.Sunday => 0.5,
        DayOfWeek.Friday => 1,
        _ => 1.25,
    };

    /// <summary>People have better and worse weeks.</summary>
    private static double Mood(DateOnly day, Person person) => 1 + (0.5 * Math.Sin((day.DayNumber / 9.0) + person.Username.Sum(letter => letter)));

    private static DateTimeOffset TimeOfDay(DateOnly day, Person person, Dice dice)
    {
        var hour = 6 + dice.Pick([.. Enumerable.Range(0, Hours.Length)], index => Hours[index]);
        return new DateTimeOffset(day, default, TimeSpan.Zero).AddHours(hour - person.HoursAhead + dice.Share());
    }
}
