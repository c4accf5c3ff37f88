using Listening.Benchmarks.Measuring;
using Listening.Storage.Elasticsearch;

namespace Listening.Benchmarks.Bulk;

/// <summary>How quickly posts are taken into Elasticsearch.</summary>
internal sealed class BulkBenchmark : IBenchmark
{
    private const string ReadyMade = "ready-made requests";
    private const string Writer = "the bulk writer";
    private const string Store = "the whole store";
    private const string JavaScript = "JavaScript bulk helper";
    private const double Aim = 0.95;

    public string Name => "bulk";

    public string Measures => "posts/s from records into Elasticsearch, beside ready-made requests and the official JavaScript client, with processor time and memory";

    public string Options => "--elasticsearch URL, --posts 100000, --runs 5";

    public async Task RunAsync(Arguments arguments, CancellationToken ct)
    {
        if (arguments.Text("--elasticsearch") is not { } url)
        {
            Console.WriteLine("Name an Elasticsearch to write to: --elasticsearch http://127.0.0.1:9200. Only indices that this benchmark creates are touched.");
            return;
        }

        var (posts, runs, node) = (arguments.Number("--posts", 100_000), arguments.Number("--runs", 5), new Uri(url));
        var input = BulkInput.Make(posts);
        Console.WriteLine($"{posts:N0} posts of {input.BytesOfAPost:N0} bytes, {BulkWriter.MaxActions} a request, {BulkWriter.AtOnce} requests at once, nothing compressed; {runs} runs after one to warm up");
        using var javaScript = await JavaScriptHelper.InstallAsync(ct);
        var measured = new Dictionary<string, List<BulkMeasure>>(StringComparer.Ordinal);
        for (var run = 0; run <= runs; run++)
        {
            foreach (var (name, measure) in Lines(node, input, javaScript, ct))
            {
                await using var indices = await BenchmarkIndices.OpenAsync(node, prefix: null, ct);
                var result = await measure(indices);
                Console.WriteLine($"  run {run}: {name,-24}{result.PostsPerSecond,8:F0} posts/s {result.Processor,7:F2} s processor per 100,000 {result.Megabytes,6:F0} MB");
                if (run > 0)
                {
                    measured.TryAdd(name, []);
                    measured[name].Add(result);
                }
            }
        }

        Report(measured);
    }

    private static void Report(Dictionary<string, List<BulkMeasure>> measured)
    {
        double Rate(string name) => measured[name].Select(result => result.PostsPerSecond).Median();
        Console.WriteLine("medians:");
        foreach (var (name, results) in measured)
        {
            Console.WriteLine($"  {name,-24}{Rate(name),8:F0} posts/s {results.Select(result => result.Processor).Median(),7:F2} s processor per 100,000 {results.Select(result => result.Megabytes).Median(),6:F0} MB more at most");
        }

        Console.WriteLine($"the bulk writer reaches {Rate(Writer) / Rate(ReadyMade):P0} of ready-made requests (aim: at least {Aim:P0})");
        if (measured.ContainsKey(JavaScript))
        {
            Console.WriteLine($"and {Rate(Writer) / Rate(JavaScript):F2} times the JavaScript bulk helper (aim: above 1)");
        }
    }

    private static IEnumerable<(string Name, Func<BenchmarkIndices, Task<BulkMeasure>> Measure)> Lines(Uri node, BulkInput input, JavaScriptHelper? javaScript, CancellationToken ct)
    {
        var count = input.Posts.Length;
        yield return (ReadyMade, ReadyMadeAsync);
        yield return (Writer, WriterAsync);
        yield return (Store, indices => BulkMeasure.OfAsync(count, () => indices.Services.Posts.UpsertAsync(input.Posts, ct)));
        if (javaScript is not null)
        {
            yield return (JavaScript, indices => javaScript.MeasureAsync(node, input.BodiesFor(new PostsIndex(indices.Prefix)), ct));
        }

        Task<BulkMeasure> ReadyMadeAsync(BenchmarkIndices indices)
        {
            var bodies = input.BodiesFor(new PostsIndex(indices.Prefix));
            return BulkMeasure.OfAsync(count, () => new ReadyMadeLoop(node).WriteAsync(bodies, ct));
        }

        Task<BulkMeasure> WriterAsync(BenchmarkIndices indices)
        {
            var index = new PostsIndex(indices.Prefix);
            return BulkMeasure.OfAsync(count, () => indices.Services.Bulk.WriteAsync([.. input.Posts.Select(post => BulkInput.Action(post, index))], ct));
        }
    }
}
