using Listening.Rhythm;
using Listening.Stores;

namespace Listening.Benchmarks.Questions;

/// <summary>One kind of question about a hashtag, as its page asks it.</summary>
/// <param name="What">The question.</param>
/// <param name="AimMs">What 95 of 100 answers of the embedded store should take at most.</param>
/// <param name="AskAsync">Asks it once, differently for each random number.</param>
internal sealed record Question(string What, double AimMs, Func<IPostStore, Random, CancellationToken, Task> AskAsync)
{
    /// <summary>When the year of posts ends.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<Question> OfAPage { get; } =
    [
        new("newest 25", 50, (store, random, ct) => store.SearchAsync(new PostQuery { Hashtag = MillionPosts.Hashtag, To = Now.AddMinutes(-random.Next(100_000)) }, ct)),
        new("search of 1 word", 50, (store, random, ct) => store.SearchAsync(Search(random, 1), ct)),
        new("search of 2 words", 50, (store, random, ct) => store.SearchAsync(Search(random, 2), ct)),
        new("search of 3 words", 50, (store, random, ct) => store.SearchAsync(Search(random, 3), ct)),
        new("posts and distinct people of 30 days", 50, (store, random, ct) => Volume(store, Now.AddMinutes(-random.Next(480_000)), TimeSpan.FromDays(30), size: null, ct)),
        new("volume by hour over 30 days", 50, (store, random, ct) => Volume(store, Now.AddDays(-random.Next(335)), TimeSpan.FromDays(30), BucketSize.Hour, ct)),
        new("volume by day with distinct people over a year", 100, (store, random, ct) => Volume(store, Now.AddMinutes(-random.Next(1000)), MillionPosts.Year, BucketSize.Day, ct)),
        new("who was most active in 28 days", 100, (store, random, ct) => store.AuthorDaysAsync(MillionPosts.Hashtag, Edges(Now.AddMinutes(-random.Next(480_000)), TimeSpan.FromDays(28), BucketSize.Day), ct)),
    ];

    private static Task<IReadOnlyList<VolumeCount>> Volume(IPostStore store, DateTimeOffset to, TimeSpan length, BucketSize? size, CancellationToken ct) =>
        store.VolumeAsync(MillionPosts.Hashtag, size is { } of ? Edges(to, length, of) : [to - length, to], ct);

    private static PostQuery Search(Random random, int words) => new()
    {
        Hashtag = MillionPosts.Hashtag,
        Text = TextQuery.Parse(string.Join(' ', Enumerable.Range(0, words).Select(_ => MillionPosts.Word(random)))),
    };

    private static IReadOnlyList<DateTimeOffset> Edges(DateTimeOffset to, TimeSpan length, BucketSize size) =>
        VolumeSeries.Edges(VolumeSeries.Buckets(to - length, to, size, TimeZoneInfo.Utc));
}
