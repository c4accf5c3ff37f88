using Listening.Posts;
using Listening.Rhythm;
using Listening.Stores;

namespace Listening.Tests.Storage.Compared;

/// <summary>The answers about one hashtag, counted in the plainest way.</summary>
internal sealed class PlainCounts(IEnumerable<PlainPost> all, string hashtag)
{
    public IReadOnlyList<PlainPost> Posts { get; } =
        [.. all.Where(post => post.Hashtags.Contains(hashtag)).OrderBy(post => post.At).ThenBy(post => post.Key, StringComparer.Ordinal)];

    public IEnumerable<PlainPost> Within(DateTimeOffset from, DateTimeOffset to) => Posts.Where(post => post.At >= from && post.At < to);

    public static VolumeCount Volume(IReadOnlyCollection<PlainPost> posts) =>
        new(posts.Count, posts.Where(post => !post.IsBot).Select(post => post.Author).Distinct(StringComparer.Ordinal).Count());

    /// <summary>By the day, or the Monday, that a clock in the zone showed.</summary>
    public IReadOnlyList<VolumeCount> Volume(IReadOnlyList<Bucket> buckets, BucketSize size, TimeZoneInfo zone)
    {
        var byDay = Within(buckets[0].From, buckets[^1].To).ToLookup(post => Day(post.At, size, zone));
        return [.. buckets.Select(bucket => Volume([.. byDay[Day(bucket.At, size, zone)]]))];
    }

    public IEnumerable<AuthorDay> AuthorDays(IReadOnlyList<Bucket> days, TimeZoneInfo zone)
    {
        var indexOf = days.Select((day, index) => (Day(day.At, BucketSize.Day, zone), index)).ToDictionary();
        return Within(days[0].From, days[^1].To).GroupBy(post => (post.Author, indexOf[Day(post.At, BucketSize.Day, zone)])).Select(group =>
        {
            PlainPost[] own = [.. group.Where(post => post.Kind != PostKind.Repost)];
            var timed = own.Length > 0 ? own : [.. group];
            return new AuthorDay(group.Key.Author, group.Key.Item2, own.Length, group.Count() - own.Length, timed.Min(post => post.At), timed.Max(post => post.At));
        });
    }

    public IEnumerable<Edge> Edges(IReadOnlyList<Bucket> weeks, TimeZoneInfo zone)
    {
        var indexOf = weeks.Select((week, index) => (Day(week.At, BucketSize.Week, zone), index)).ToDictionary();
        return Within(weeks[0].From, weeks[^1].To)
            .SelectMany(post => post.Turns.Where(turn => turn.Target != post.Author).Select(turn => (post.Author, turn.Target, turn.Kind, Index: indexOf[Day(post.At, BucketSize.Week, zone)], post.At)))
            .GroupBy(turn => (turn.Author, turn.Target, turn.Kind, turn.Index))
            .Select(group => new Edge(group.Key.Author, group.Key.Target, group.Key.Kind, group.Key.Index, group.Min(turn => turn.At)));
    }

    public IEnumerable<ThreadAnswer> Threads(DateTimeOffset from, DateTimeOffset to) => Within(from, to)
        .Where(post => post.Answers is not null)
        .GroupBy(post => post.Answers!.Value.Post)
        .SelectMany(answers =>
        {
            var author = answers.Select(post => post.Answers!.Value.Author).FirstOrDefault(name => name is not null);
            return answers.Where(post => post.Author != author).GroupBy(post => post.Author).Select(group => new ThreadAnswer(answers.Key, author, group.Key, group.Min(post => post.At)));
        });

    private static DateOnly Day(DateTimeOffset at, BucketSize size, TimeZoneInfo zone)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
        return size == BucketSize.Day ? day : day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }
}
