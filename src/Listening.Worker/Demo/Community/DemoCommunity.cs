using System.Collections.Concurrent;
using Listening.Worker.Demo.Community.Conferences;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Worker.Demo.Community;

/// <summary>
/// A small community around #eventprofs that never was: nearly seventy people with their own words and pace, a weekly chat and its host,
/// newcomers, a circle of friends, a conference every four weeks, a bot, a spammer. Everything follows from the seed and the time, so that
/// somebody who comes back finds the same past; only what is said while somebody watches depends on when they came.
/// </summary>
internal sealed class DemoCommunity
{
    /// <summary>The hashtag, without #.</summary>
    public const string Hashtag = "eventprofs";

    /// <summary>How much of the past there is.</summary>
    public static readonly TimeSpan History = TimeSpan.FromDays(84);

    /// <summary>No day's posts lie further from its midnight: people live hours away from UTC, and conversations go on.</summary>
    private const int DaysOfEcho = 2;

    private readonly ConcurrentDictionary<DateOnly, IReadOnlyList<ScriptedPost>> _days = new();
    private readonly ConcurrentDictionary<DateOnly, IReadOnlyList<ScriptedPost>> _said = new();
    private readonly EverydayTalk _talk;
    private readonly WeeklyChat _chat;
    private readonly Newcomers _newcomers;
    private readonly Hosting _hosting;
    private readonly Circle _circle;
    private readonly ConferenceCalendar _conferences;
    private readonly JobsBot _jobs;
    private readonly Spammer _spammer;
    private readonly LiveTalk _live;

    public DemoCommunity(int seed, DateTimeOffset watchedFrom)
    {
        var publisher = new Publisher(seed, HostNames);
        var conversation = new Conversation(seed, publisher);
        _talk = new EverydayTalk(seed, publisher, conversation);
        _chat = new WeeklyChat(seed, publisher);
        _newcomers = new Newcomers(seed, publisher, conversation);
        _circle = new Circle(seed, publisher, Said);
        _hosting = new Hosting(seed, publisher, _newcomers, _chat, day => [.. Said(day), .. _circle.Of(day)]);
        _conferences = new ConferenceCalendar(seed, publisher);
        _jobs = new JobsBot(seed, publisher);
        _spammer = new Spammer(seed, publisher);
        _live = new LiveTalk(seed, watchedFrom, publisher);
        Story = new ScriptedStory(watchedFrom - History, Between);
    }

    public static IReadOnlyList<string> HostNames { get; } = [People.Events, People.Backstage, People.Messe, People.Plaza];

    public ScriptedStory Story { get; }

    private IEnumerable<ScriptedPost> Between(DateTimeOffset from, DateTimeOffset until)
    {
        var first = DateOnly.FromDateTime(from.UtcDateTime).AddDays(-DaysOfEcho);
        var last = DateOnly.FromDateTime(until.UtcDateTime).AddDays(DaysOfEcho);
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            foreach (var post in _days.GetOrAdd(day, Write).Where(post => post.CreatedAt >= from && post.CreatedAt < until))
            {
                yield return post;
            }
        }

        foreach (var post in _live.Between(from, until))
        {
            yield return post;
        }
    }

    private IReadOnlyList<ScriptedPost> Write(DateOnly day) =>
        [.. Said(day), .. _chat.Of(day), .. _hosting.Of(day), .. _circle.Of(day), .. _conferences.Of(day), .. _jobs.Of(day), .. _spammer.Of(day)];

    /// <summary>What is said without an occasion, which others read before they speak.</summary>
    private IReadOnlyList<ScriptedPost> Said(DateOnly day) => _said.GetOrAdd(day, of => [.. _talk.Of(of), .. _newcomers.Of(of)]);
}
