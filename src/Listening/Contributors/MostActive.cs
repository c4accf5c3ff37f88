using Listening.Posts;
using Listening.Rhythm;
using Listening.Stores;

namespace Listening.Contributors;

/// <summary>
/// The list <c>most_active</c>: own posts of the 28 days before an instant, at most four a day in the hashtag's zone; ties by days, then the
/// latest post, then the key (ordinal). Bots and unranked people are left out. A pure function of what the store counted.
/// </summary>
public static class MostActive
{
    /// <summary>Own posts of one day that count.</summary>
    public const int PostsADay = 4;

    public const string Definition = "Own posts, replies and quotes of the 28 days before, at most 4 a day; ties go to more days, then to the latest post.";

    public static readonly TimeSpan Window = TimeSpan.FromDays(28);

    /// <summary>The days of the window, as edges for <see cref="IPostStore.AuthorDaysAsync"/>.</summary>
    public static IReadOnlyList<DateTimeOffset> DayEdges(DateTimeOffset at, TimeZoneInfo zone) =>
        VolumeSeries.Edges(VolumeSeries.Buckets(at - Window, at, BucketSize.Day, zone));

    /// <summary>The ranked people, the most active first.</summary>
    /// <param name="days">What each author did on each day of the window.</param>
    /// <param name="authors">Those authors; who is missing here is not ranked.</param>
    /// <param name="isUnranked">Whether an author key stays out of rankings.</param>
    public static IReadOnlyList<Contributor> Rank(IEnumerable<AuthorDay> days, IEnumerable<Author> authors, Func<string, bool> isUnranked)
    {
        var known = authors.ToDictionary(author => author.Key, StringComparer.Ordinal);
        return [.. days
            .Where(day => day.Posts > 0)
            .GroupBy(day => day.AuthorKey, StringComparer.Ordinal)
            .Where(own => known.TryGetValue(own.Key, out var author) && author.IsBot is not true && !isUnranked(own.Key))
            .Select(own => new Contributor
            {
                Author = known[own.Key],
                Score = own.Sum(day => Math.Min(day.Posts, PostsADay)),
                Posts = own.Sum(day => day.Posts),
                Days = own.Count(),
                FirstAt = own.Min(day => day.FirstAt),
                LastAt = own.Max(day => day.LastAt),
            })
            .OrderByDescending(contributor => contributor.Score)
            .ThenByDescending(contributor => contributor.Days)
            .ThenByDescending(contributor => contributor.LastAt)
            .ThenBy(contributor => contributor.Author.Key, StringComparer.Ordinal)
            .Select((contributor, index) => contributor with { Rank = index + 1 })];
    }
}
