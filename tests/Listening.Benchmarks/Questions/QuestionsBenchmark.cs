using Listening.Rhythm;
using Listening.Storage.Sqlite;
using Listening.Stores;
using Listening.Tests.Support;

namespace Listening.Benchmarks.Questions;

/// <summary>How long answers take when there is much to answer from.</summary>
internal sealed class QuestionsBenchmark : IBenchmark
{
    public string Name => "questions";

    public string Measures => "time of answers about one hashtag among a year of posts in SQLite, each against its aim";

    public string Options => "--posts 1000000 (a fifth of them with the hashtag), --questions 200 of each kind";

    public async Task RunAsync(Arguments arguments, CancellationToken ct)
    {
        var (count, questions) = (arguments.Number("--posts", 1_000_000), arguments.Number("--questions", 200));
        using var folder = new TemporaryFolder();
        using var database = new SqliteDatabase(folder.File("listening.db"));
        await database.PrepareAsync(ct);
        var now = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
        await new MillionPosts(count, now).WriteAsync(database, ct);
        Console.WriteLine($"the file has {new FileInfo(database.Path).Length / 1_000_000:N0} MB; {questions} questions of each kind, one after the other");
        IPostStore store = new SqlitePostStore(database, TimeProvider.System);
        var random = new Random(11);
        foreach (var timed in Questions(store, random, now, ct))
        {
            await timed.MeasureAsync(questions, ct);
        }
    }

    private static IEnumerable<Timed> Questions(IPostStore store, Random random, DateTimeOffset now, CancellationToken ct)
    {
        yield return new Timed("newest 25", 50, () => store.SearchAsync(new PostQuery { Hashtag = MillionPosts.Hashtag }, ct));
        for (var words = 1; words <= 3; words++)
        {
            var number = words;
            yield return new Timed($"search of {number} {(number == 1 ? "word" : "words")}", 50, () => store.SearchAsync(Search(random, number), ct));
        }

        yield return new Timed("volume by hour over 30 days", 50, () => store.VolumeAsync(
            MillionPosts.Hashtag, Edges(now.AddDays(-random.Next(335)), TimeSpan.FromDays(30), BucketSize.Hour), ct));
        yield return new Timed("volume by day with distinct people over a year", 100, () => store.VolumeAsync(
            MillionPosts.Hashtag, Edges(now.AddMinutes(-random.Next(1000)), MillionPosts.Year, BucketSize.Day), ct));
    }

    private static PostQuery Search(Random random, int words) => new()
    {
        Hashtag = MillionPosts.Hashtag,
        Text = TextQuery.Parse(string.Join(' ', Enumerable.Range(0, words).Select(_ => MillionPosts.Word(random)))),
    };

    private static IReadOnlyList<DateTimeOffset> Edges(DateTimeOffset to, TimeSpan length, BucketSize size) =>
        VolumeSeries.Edges(VolumeSeries.Buckets(to - length, to, size, TimeZoneInfo.Utc));
}
