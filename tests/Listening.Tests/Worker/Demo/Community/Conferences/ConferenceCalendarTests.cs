using Listening.Worker.Demo.Community.Conferences;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.Worker.Demo.Community.Conferences;

public sealed class ConferenceCalendarTests
{
    private static readonly ILookup<DateOnly, ScriptedPost> Days = DemoPast.Posts.ToLookup(post => DateOnly.FromDateTime(post.CreatedAt.UtcDateTime));

    [Fact]
    public void Whenever_somebody_comes_a_conference_lies_in_the_last_thirty_days()
    {
        var today = new DateOnly(2026, 11, 24);
        Assert.All(Enumerable.Range(0, 400).Select(today.AddDays), day =>
            Assert.Contains(Enumerable.Range(1, 30), back => ConferenceCalendar.IsHeldOn(day.AddDays(-back))));
    }

    [Fact]
    public void The_days_of_a_conference_carry_several_times_the_posts_of_the_same_days_a_week_away()
    {
        var held = Days.Select(day => day.Key).Where(ConferenceCalendar.IsHeldOn).ToList();
        Assert.Equal(6, held.Count);
        Assert.All(held, day =>
        {
            var around = (Talk(day.AddDays(-7)) + Talk(day.AddDays(7))) / 2.0;
            Assert.True(Talk(day) >= 2.5 * around, $"{Talk(day)} posts on {day:d}, {around} around");
        });
    }

    [Fact]
    public void Each_conference_has_a_hashtag_of_its_own_beside_the_followed_one()
    {
        foreach (var conference in Conference.All)
        {
            var posts = DemoPast.Posts.Where(post => post.Text.Contains($"#{conference.Tag}", StringComparison.Ordinal)).ToList();
            Assert.True(posts.Count > 120, $"{posts.Count} posts of {conference.Name}");
            Assert.All(posts, post => Assert.Contains("#eventprofs", post.Text, StringComparison.OrdinalIgnoreCase));
            Assert.True(posts.Select(post => post.Author.Acct).Distinct().Count() > 15);
        }
    }

    [Fact]
    public void What_a_speaker_says_is_quoted_with_their_name_while_they_say_it()
    {
        var quotes = DemoPast.Posts.Where(post => post.Text.Contains('“', StringComparison.Ordinal) && Conference.All.Any(one => post.Text.Contains($"#{one.Tag}", StringComparison.Ordinal))).ToList();
        Assert.True(quotes.Count > 100, $"{quotes.Count} quotes");
        Assert.All(quotes, quote =>
        {
            Assert.True(ConferenceCalendar.IsHeldOn(DateOnly.FromDateTime(quote.CreatedAt.UtcDateTime)));
            Assert.NotEqual(quote.Author.Acct, Assert.Single(PostHtml.MentionsIn(quote.Text)));
        });
    }

    [Fact]
    public void Nobody_quotes_two_speakers_of_the_same_hour()
    {
        var quotes = DemoPast.Posts.Where(post => post.Key.StartsWith("conference", StringComparison.Ordinal) && post.Key.Contains(" q ", StringComparison.Ordinal));
        Assert.All(quotes.GroupBy(quote => (quote.Author.Acct, quote.CreatedAt.Date, quote.CreatedAt.Hour)), hour => Assert.Single(hour));
    }

    [Fact]
    public void On_the_day_after_a_conference_people_say_thank_you()
    {
        var after = Days.Select(day => day.Key).Where(day => ConferenceCalendar.IsHeldOn(day.AddDays(-1)) && !ConferenceCalendar.IsHeldOn(day)).ToList();
        Assert.Equal(3, after.Count);
        Assert.All(after, day => Assert.InRange(Days[day].Count(post => post.Key.StartsWith("conference", StringComparison.Ordinal)), 2, 15));
    }

    /// <summary>The spammer does not mind the calendar.</summary>
    private static int Talk(DateOnly day) => Days[day].Count(post => !post.Key.StartsWith("spam", StringComparison.Ordinal));
}
