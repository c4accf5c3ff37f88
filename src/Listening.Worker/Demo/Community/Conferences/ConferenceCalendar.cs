using System.Globalization;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Worker.Demo.Community.Conferences;

/// <summary>Tuesday and Wednesday of every fourth week, so that one of them always lies in the last 30 days; it is called a week before and thanked for a day after.</summary>
/// <param name="seed">Of the whole community.</param>
/// <param name="publisher">Makes posts.</param>
internal sealed class ConferenceCalendar(int seed, Publisher publisher)
{
    private const int WeeksBetween = 4;
    private const double ShareThatComes = 0.5;

    public static bool IsHeldOn(DateOnly day) => IsOpening(day) || IsOpening(day.AddDays(-1));

    public IEnumerable<ScriptedPost> Of(DateOnly day)
    {
        if (IsOpening(day.AddDays(7)))
        {
            return On(day, day.AddDays(7)).Announcement();
        }

        if (IsOpening(day))
        {
            return On(day, day).Opening();
        }

        if (IsOpening(day.AddDays(-1)))
        {
            return On(day, day.AddDays(-1)).LastDay();
        }

        return IsOpening(day.AddDays(-2)) ? On(day, day.AddDays(-2)).Thanks() : [];
    }

    private static bool IsOpening(DateOnly day) => day.DayOfWeek == DayOfWeek.Tuesday && Week(day) % WeeksBetween == 1;

    private static int Week(DateOnly day) => day.DayNumber / 7;

    /// <summary>A day of the conference that opens on a day; the same people come to all of its days.</summary>
    private ConferenceDay On(DateOnly day, DateOnly opens)
    {
        var conference = Conference.All[Week(opens) / WeeksBetween % Conference.All.Count];
        var dice = Dice.For(seed, string.Create(CultureInfo.InvariantCulture, $"conference {opens:yyyyMMdd}"));
        var chair = People.All.Single(person => person.Username == conference.Chair);
        var guests = People.All.Where(person => person != chair && dice.Happens(ShareThatComes)).ToList();
        return new ConferenceDay(seed, publisher, conference, day, chair, guests, dice.Shuffle(Topics.OfTheChat));
    }
}
