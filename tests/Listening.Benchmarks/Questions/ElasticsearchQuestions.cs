using System.Diagnostics;
using Listening.Benchmarks.Bulk;
using Listening.Benchmarks.Measuring;
using Listening.Storage.Elasticsearch;
using Listening.Stores;

namespace Listening.Benchmarks.Questions;

/// <summary>
/// The same questions to a node, each beside the bare requests that the product sends for it,
/// without the product's reading of the answers.
/// </summary>
internal sealed class ElasticsearchQuestions(Uri node)
{
    private const int AtOnce = 5_000;
    private const double AimMs = 150;
    private const int Warm = 5;

    /// <summary>Loads the posts, unless there is a prefix under which an earlier run left them, and asks.</summary>
    public async Task RunAsync(MillionPosts posts, int questions, string? prefix, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = node, Timeout = TimeSpan.FromMinutes(10) };
        await using var indices = await BenchmarkIndices.OpenAsync(node, prefix, ct);
        var (name, services) = (indices.Prefix, indices.Services);
        if ((await services.Store.InfoAsync(ct)).Posts == 0)
        {
            // The product's own documents and writer, without its look at what is there already.
            var index = new PostsIndex(name);
            await posts.WriteAsync(AtOnce, batch => services.Bulk.WriteAsync([.. batch.Select(post => BulkInput.Action(post, index))], ct), ct);
            using var refreshed = await http.PostAsync(new Uri($"{index.Alias}/_refresh", UriKind.Relative), null, ct);
        }

        var info = await services.Store.InfoAsync(ct);
        Console.WriteLine($"{info.Posts:N0} posts have {info.Bytes / 1_000_000:N0} MB; {questions} questions of each kind, one after the other");
        await using var recorder = new RecordedRequests(node);
        using var recorded = BenchmarkIndices.Connect(recorder.Address, name);
        foreach (var question in Question.OfAPage)
        {
            await MeasureAsync(question, services.Posts, recorded.Posts, recorder, http, name, questions, ct);
        }
    }

    private static async Task MeasureAsync(
        Question question, IPostStore store, IPostStore recorded, RecordedRequests recorder, HttpClient http, string prefix, int times, CancellationToken ct)
    {
        List<IReadOnlyList<RecordedRequest>> requests = [];
        for (var i = 0; i < times + Warm; i++)
        {
            await question.AskAsync(recorded, new Random(i), ct);
            requests.Add(recorder.Take());
        }

        var product = await TimesAsync(i => question.AskAsync(store, new Random(i), ct));
        var bare = await TimesAsync(async i =>
        {
            foreach (var request in requests[i])
            {
                await request.SendAsync(http, ct);
            }
        });
        Console.WriteLine(
            $"{question.What,-48} median {product.Median(),7:F1} ms   p95 {product.Quantile(0.95),7:F1} ms   (aim {AimMs:F0} ms)   "
            + $"bare requests ({requests.Average(sent => sent.Count):F1} each): median {bare.Median(),7:F1} ms   p95 {bare.Quantile(0.95),7:F1} ms");

        // What the node kept of the same questions would answer for it.
        async Task<double[]> TimesAsync(Func<int, Task> ask)
        {
            using var cleared = await http.PostAsync(new Uri($"{prefix}-posts-*/_cache/clear?request=true&query=false", UriKind.Relative), null, ct);
            var elapsed = new double[times];
            for (var i = 0; i < times + Warm; i++)
            {
                var watch = Stopwatch.StartNew();
                await ask(i);
                elapsed[Math.Max(0, i - Warm)] = watch.Elapsed.TotalMilliseconds;
            }

            return elapsed;
        }
    }
}
