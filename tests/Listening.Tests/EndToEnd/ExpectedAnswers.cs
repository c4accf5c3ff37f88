namespace Listening.Tests.EndToEnd;

/// <summary>The answers of the product, computed a second time in the simplest way.</summary>
internal static class ExpectedAnswers
{
    private const int MostADay = 4;

    /// <summary>Who wrote on most occasions in 28 days, at most four a day; ties by days, then the latest post, then the key.</summary>
    public static IReadOnlyList<(string Author, int Score)> MostActive(IEnumerable<ExpectedPost> posts, DateTimeOffset at) =>
    [
        .. posts.Where(post => post.IsRanked && post.CreatedAt >= at.AddDays(-28) && post.CreatedAt < at)
            .GroupBy(post => post.Author)
            .Select(own => (
                Author: own.Key,
                Score: own.GroupBy(post => post.CreatedAt.UtcDateTime.Date).Sum(day => Math.Min(MostADay, day.Count())),
                Days: own.Select(post => post.CreatedAt.UtcDateTime.Date).Distinct().Count(),
                Latest: own.Max(post => post.CreatedAt)))
            .OrderByDescending(person => person.Score).ThenByDescending(person => person.Days).ThenByDescending(person => person.Latest).ThenBy(person => person.Author, StringComparer.Ordinal)
            .Select(person => (person.Author, person.Score)),
    ];

    /// <summary>Posts, and the people who are no bots, for each day of a zone.</summary>
    public static IReadOnlyDictionary<DateOnly, (int Posts, int People)> Days(IEnumerable<ExpectedPost> posts, TimeZoneInfo zone) => posts
        .GroupBy(post => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(post.CreatedAt, zone).DateTime))
        .ToDictionary(day => day.Key, day => (day.Count(), day.Where(post => !post.IsBot).Select(post => post.Author).Distinct().Count()));
}
