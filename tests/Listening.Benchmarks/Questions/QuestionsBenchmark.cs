using Listening.Storage.Sqlite;
using Listening.Tests.Support;

namespace Listening.Benchmarks.Questions;

/// <summary>How long answers take when there is much to answer from.</summary>
internal sealed class QuestionsBenchmark : IBenchmark
{
    private const int AtOnce = 20_000;

    public string Name => "questions";

    public string Measures => "time of answers about one hashtag among a year of posts, each against its aim";

    public string Options => "--posts 1000000 (a fifth of them with the hashtag), --questions 200 of each kind, --elasticsearch URL (instead of SQLite)";

    public async Task RunAsync(Arguments arguments, CancellationToken ct)
    {
        var (posts, questions) = (new MillionPosts(arguments.Number("--posts", 1_000_000), Question.Now), arguments.Number("--questions", 200));
        if (arguments.Text("--elasticsearch") is { } url)
        {
            await new ElasticsearchQuestions(new Uri(url)).RunAsync(posts, questions, arguments.Text("--prefix"), ct);
            return;
        }

        using var folder = new TemporaryFolder();
        using var database = new SqliteDatabase(folder.File("listening.db"));
        await database.PrepareAsync(ct);
        await posts.WriteAsync(AtOnce, batch => WriteAsync(database, batch, ct), ct);
        Console.WriteLine($"the file has {new FileInfo(database.Path).Length / 1_000_000:N0} MB; {questions} questions of each kind, one after the other");
        var store = new SqlitePostStore(database, TimeProvider.System);
        var random = new Random(11);
        foreach (var question in Question.OfAPage)
        {
            await new Timed(question.What, question.AimMs, () => question.AskAsync(store, random, ct)).MeasureAsync(questions, ct);
        }
    }

    // By the product's own code, without waiting for the disk after each page.
    private static Task WriteAsync(SqliteDatabase database, Posts.Post[] batch, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            var table = new SqlitePostTable(session);
            foreach (var post in batch)
            {
                table.Write(null, post);
            }
        },
        ct);
}
