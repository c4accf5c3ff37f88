using System.Collections.Concurrent;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Worker.Demo.Community;

/// <summary>
/// A small community around #eventprofs that never was: some forty people with their own words and pace, a weekly chat, newcomers,
/// a bot. Everything follows from the seed and the time, so that somebody who comes back finds the same past; only what is said while
/// somebody watches depends on when they came.
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
    private readonly EverydayTalk _talk;
    private readonly WeeklyChat _chat;
    private readonly Newcomers _newcomers;
    private readonly JobsBot _jobs;
    private readonly LiveTalk _live;

    public DemoCommunity(int seed, DateTimeOffset watchedFrom)
    {
        var publisher = new Publisher(seed, HostNames);
        var conversation = new Conversation(seed, publisher);
        _talk = new EverydayTalk(seed, publisher, conversation);
        _chat = new WeeklyChat(seed, publisher);
        _newcomers = new Newcomers(seed, publisher, conversation);
        _jobs = new JobsBot(seed, publisher);
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

    private IReadOnlyList<ScriptedPost> Write(DateOnly day) => [.. _talk.Of(day), .. _chat.Of(day), .. _newcomers.Of(day), .. _jobs.Of(day)];
}
