using Listening.Benchmarks.Measuring;
using Listening.Storage.Elasticsearch;
using Microsoft.Extensions.Logging.Abstractions;

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
        var prefix = $"benchmark-{Guid.NewGuid():N}"[..20];
        var input = BulkInput.Make(posts, new PostsIndex(prefix));
        Console.WriteLine($"{posts:N0} posts of {input.Bytes / posts:N0} bytes, {BulkWriter.MaxActions} a request, {BulkWriter.AtOnce} requests at once, nothing compressed; {runs} runs after one to warm up");
        using var javaScript = await JavaScriptHelper.InstallAsync(ct);
        var measured = new Dictionary<string, List<BulkMeasure>>(StringComparer.Ordinal);
        for (var run = 0; run <= runs; run++)
        {
            foreach (var (name, measure) in Lines(node, prefix, input, javaScript, ct))
            {
                await using var indices = await FreshIndices.CreateAsync(node, prefix, ct);
                var result = await measure(indices.Services);
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

    private static IEnumerable<(string Name, Func<ElasticsearchServices, Task<BulkMeasure>> Measure)> Lines(Uri node, string prefix, BulkInput input, JavaScriptHelper? javaScript, CancellationToken ct)
    {
        var (index, count) = (new PostsIndex(prefix), input.Posts.Length);
        yield return (ReadyMade, _ => BulkMeasure.OfAsync(count, () => new ReadyMadeLoop(node).WriteAsync(input.Bodies, ct)));
        yield return (Writer, services => BulkMeasure.OfAsync(count, () => services.Bulk.WriteAsync([.. input.Posts.Select(post => BulkInput.Action(post, index))], ct)));
        yield return (Store, services => BulkMeasure.OfAsync(count, () => services.Posts.UpsertAsync(input.Posts, ct)));
        if (javaScript is not null)
        {
            yield return (JavaScript, _ => javaScript.MeasureAsync(node, input, ct));
        }
    }

    /// <summary>Our indices, new and empty; gone afterwards.</summary>
    private sealed class FreshIndices : IAsyncDisposable
    {
        private readonly HttpClient _http;
        private readonly string _prefix;

        private FreshIndices(HttpClient http, string prefix, ElasticsearchServices services) => (_http, _prefix, Services) = (http, prefix, services);

        public ElasticsearchServices Services { get; }

        public static async Task<FreshIndices> CreateAsync(Uri node, string prefix, CancellationToken ct)
        {
            var options = Microsoft.Extensions.Options.Options.Create(new ElasticsearchOptions { Urls = [node.ToString()], IndexPrefix = prefix });
            var services = new ElasticsearchServices(options, TimeProvider.System, NullLoggerFactory.Instance);
            await services.Store.PrepareAsync(ct);
            return new(new HttpClient { BaseAddress = node }, prefix, services);
        }

        public async ValueTask DisposeAsync()
        {
            var names = await _http.GetStringAsync(new Uri($"_cat/indices/{_prefix}-*?h=index", UriKind.Relative));
            foreach (var name in names.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                (await _http.DeleteAsync(new Uri(name, UriKind.Relative))).Dispose();
            }

            (await _http.DeleteAsync(new Uri($"_index_template/{_prefix}-*", UriKind.Relative))).Dispose();
            Services.Dispose();
            _http.Dispose();
        }
    }
}
