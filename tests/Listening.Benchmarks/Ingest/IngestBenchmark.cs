using Listening.Benchmarks.Measuring;
using Listening.Storage.Sqlite;
using Listening.Tests.Support;

namespace Listening.Benchmarks.Ingest;

/// <summary>How quickly pages become posts.</summary>
internal sealed class IngestBenchmark : IBenchmark
{
    private const double Aim = 0.6;

    public string Name => "ingest";

    public string Measures => "posts/s from recorded Mastodon pages through parse, match, consent and SQLite commit, beside a bare loop of inserts";

    public string Options => "--pages 250 (of 40 posts), --runs 5";

    public async Task RunAsync(Arguments arguments, CancellationToken ct)
    {
        var (count, runs) = (arguments.Number("--pages", 250), arguments.Number("--runs", 5));
        var recorded = await RecordedPages.OpenAsync(TimeProvider.System, ct);
        Console.WriteLine($"{count} pages of {RecordedPages.PageSize} from {recorded.Origin}, one transaction a page; {runs} runs after one to warm up");
        List<(IngestResult Product, double Bare)> measured = [];
        for (var run = 0; run <= runs; run++)
        {
            byte[][] pages = [.. Enumerable.Range(0, count).Select(_ => recorded.Next())];
            var both = await MeasureAsync(pages, ct);
            if (run > 0)
            {
                measured.Add(both);
                Console.WriteLine($"  run {run}: {both.Product.PostsPerSecond,7:F0} posts/s, bare loop {both.Bare,7:F0} posts/s as bare rows");
            }
        }

        var (product, limit) = (measured.Select(both => both.Product.PostsPerSecond).Median(), measured.Select(both => both.Bare).Median());
        Console.WriteLine($"median: {product:F0} posts/s, bare loop {limit:F0}: {product / limit:P0} (aim: at least {Aim:P0})");
        Console.WriteLine($"of the product's time reading JSON and HTML is {measured.Select(both => both.Product.ShareOfReading).Median():P0}; the rest is matching, consent and storing");
    }

    private static async Task<(IngestResult Product, double Bare)> MeasureAsync(byte[][] pages, CancellationToken ct)
    {
        using var folder = new TemporaryFolder();
        var product = await IngestRun.RunAsync(folder.Path, pages, ct);
        var bare = BareLoop.Read(folder.File("listening.db"));
        using var other = new TemporaryFolder();
        using (var database = new SqliteDatabase(other.File("listening.db")))
        {
            await database.PrepareAsync(ct);
        }

        return (product, bare.Posts / bare.Write(other.File("listening.db")).TotalSeconds);
    }
}
