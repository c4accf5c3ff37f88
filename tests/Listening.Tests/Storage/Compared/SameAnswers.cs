using Listening.Rhythm;
using Listening.Stores;

namespace Listening.Tests.Storage.Compared;

/// <summary>Asks two stores the same questions and compares each answer with what was counted by hand.</summary>
internal sealed class SameAnswers(StoreUnderTest sqlite, StoreUnderTest elasticsearch, string hashtag, PlainCounts truth, DateTimeOffset from, DateTimeOffset to)
{
    /// <summary>Zones whose clocks change in spring and in autumn, on different days, in opposite months, and by half an hour.</summary>
    public static readonly string[] Zones = ["America/New_York", "Europe/Berlin", "Australia/Lord_Howe"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IEnumerable<IPostStore> Stores => [sqlite.Posts, elasticsearch.Posts];

    public async Task CompareCountsAsync()
    {
        foreach (var zone in Zones.Select(TimeZoneInfo.FindSystemTimeZoneById))
        {
            var (hours, days, weeks) = (Buckets(BucketSize.Hour, zone), Buckets(BucketSize.Day, zone), Buckets(BucketSize.Week, zone));
            var byHour = InHours(hours);
            foreach (var store in Stores)
            {
                Assert.Equal(byHour, await store.VolumeAsync(hashtag, VolumeSeries.Edges(hours), Ct));
                Assert.Equal(truth.Volume(days, BucketSize.Day, zone), await store.VolumeAsync(hashtag, VolumeSeries.Edges(days), Ct));
                Assert.Equal(truth.Volume(weeks, BucketSize.Week, zone), await store.VolumeAsync(hashtag, VolumeSeries.Edges(weeks), Ct));
                Assert.Equal([PlainCounts.Volume([.. truth.Within(from, to)])], await store.VolumeAsync(hashtag, [from, to], Ct));
            }
        }
    }

    public async Task CompareRawAnswersAsync()
    {
        foreach (var zone in Zones.Select(TimeZoneInfo.FindSystemTimeZoneById))
        {
            var (days, weeks) = (Buckets(BucketSize.Day, zone), Buckets(BucketSize.Week, zone));
            foreach (var store in Stores)
            {
                Same(truth.AuthorDays(days, zone), await store.AuthorDaysAsync(hashtag, VolumeSeries.Edges(days), Ct));
                Same(truth.Edges(weeks, zone), await store.EdgesAsync(hashtag, VolumeSeries.Edges(weeks), Ct));
            }
        }

        foreach (var store in Stores)
        {
            Same(truth.Threads(from, to), await store.ThreadsAsync(hashtag, from, to, Ct));
            Same(truth.Threads(from.AddDays(9), to.AddDays(-9)), await store.ThreadsAsync(hashtag, from.AddDays(9), to.AddDays(-9), Ct));
        }
    }

    public async Task CompareSearchAsync()
    {
        var someone = truth.Posts.CountBy(post => post.Author).MaxBy(pair => pair.Value).Key;
        foreach (var query in new[] { Query(), Query() with { Sort = PostSort.Oldest }, Query() with { From = from.AddDays(3), To = to.AddDays(-3) }, Query() with { AuthorKey = someone }, Query() with { Platform = "lemmy" } })
        {
            await CompareAsync(query, post => true);
        }

        foreach (var word in truth.Posts.SelectMany(post => post.Words).Distinct().Order(StringComparer.Ordinal).Take(4))
        {
            await CompareAsync(Query() with { Text = TextQuery.Parse(word) }, post => post.IsSearchable && post.Words.Contains(word));
            await CompareAsync(Query() with { Text = TextQuery.Parse($"-{word}"), Platform = "mastodon" }, post => post.IsSearchable && !post.Words.Contains(word));
        }
    }

    private async Task CompareAsync(PostQuery query, Func<PlainPost, bool> matches)
    {
        var inRange = truth.Within(query.From!.Value, query.To!.Value).Where(post =>
            (query.AuthorKey is null || post.Author == query.AuthorKey) && (query.Platform is null || post.Platform == query.Platform)).ToArray();
        string[] expected = [.. inRange.Where(matches).Select(post => post.Key)];
        string[] inOrder = [.. query.Sort == PostSort.Oldest ? expected : expected.Reverse()];
        foreach (var store in Stores)
        {
            List<string> found = [];
            PostCursor? after = null;
            do
            {
                var page = await store.SearchAsync(query with { After = after }, Ct);
                Assert.Equal((expected.Length, inRange.Count(post => !post.IsSearchable)), (page.Total, page.Unsearchable));
                found.AddRange(page.Posts.Select(post => post.PostKey));
                after = page.Next;
            }
            while (after is not null);

            Assert.Equal(inOrder, found);
        }
    }

    private PostQuery Query() => new() { Hashtag = hashtag, From = from, To = to, Limit = 900 };

    private IReadOnlyList<Bucket> Buckets(BucketSize size, TimeZoneInfo zone) => VolumeSeries.Buckets(from, to, size, zone);

    private VolumeCount[] InHours(IReadOnlyList<Bucket> hours)
    {
        var posts = truth.Within(from, to).ToLookup(post => IndexOf(hours, post.At));
        return [.. hours.Select((_, index) => PlainCounts.Volume([.. posts[index]]))];
    }

    private static int IndexOf(IReadOnlyList<Bucket> hours, DateTimeOffset at)
    {
        // Hours are too many to look through for each post, and none is longer than sixty minutes.
        var index = Math.Min(hours.Count - 1, (int)(at - hours[0].At).TotalHours);
        while (hours[index].To <= at)
        {
            index++;
        }

        return index;
    }

    private static void Same<T>(IEnumerable<T> expected, IEnumerable<T> actual)
        where T : notnull =>
        Assert.Equal(expected.Select(row => row.ToString()!).Order(StringComparer.Ordinal), actual.Select(row => row.ToString()!).Order(StringComparer.Ordinal));
}
