using System.Net.Http.Headers;
using Listening.Storage.Elasticsearch;

namespace Listening.Benchmarks.Bulk;

/// <summary>The limit: requests that lie ready are sent at the product's concurrency, and of the answers only the status is looked at.</summary>
internal sealed class ReadyMadeLoop(Uri node)
{
    public async Task WriteAsync(IReadOnlyList<byte[]> bodies, CancellationToken ct)
    {
        using var http = new HttpClient();
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, BulkWriter.AtOnce).Select(_ => LaneAsync()));

        async Task LaneAsync()
        {
            while (Interlocked.Increment(ref next) is var at && at < bodies.Count)
            {
                using var content = new ByteArrayContent(bodies[at]);
                content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
                using var response = await http.PostAsync(new Uri(node, "_bulk?filter_path=errors"), content, ct);
                if ((await response.Content.ReadAsStringAsync(ct)) is not """{"errors":false}""" and var answer)
                {
                    throw new InvalidOperationException($"The ready-made requests are not taken: {answer}");
                }
            }
        }
    }
}
