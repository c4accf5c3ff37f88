using System.Text;
using System.Text.Json;
using Listening.Tests.Storage.Elasticsearch;
using Listening.Tests.Support;

namespace Listening.Tests.EndToEnd;

/// <summary>Indices of their own on a real node.</summary>
internal sealed class ElasticsearchWorkerStore : WorkerStore
{
    private readonly HttpClient _client = new();
    private readonly TcpForwarder _forwarder = new(new Uri(ElasticsearchNode.Url!));
    private readonly string _prefix = $"test-{Guid.NewGuid():N}"[..17];

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Storage:Elasticsearch:Urls"] = _forwarder.Url,
        ["Storage:Elasticsearch:IndexPrefix"] = _prefix,
    };

    /// <summary>The node is not there until <see cref="GoOn"/>.</summary>
    public void Stop() => _forwarder.Cut();

    // The node carries the request out; the worker never learns that it did.
    public override Task InsideAWriteAsync(CancellationToken ct) => _forwarder.HoldAfterAsync("_bulk").WaitAsync(ct);

    public override void GoOn()
    {
        _forwarder.Cut();
        _forwarder.Restore();
    }

    // Its leases have not lapsed: the next kill would meet a worker that waits for them. One that was being written when the worker died appears a little later.
    public override async Task ForgetKilledAsync()
    {
        for (var looksWithoutAny = 0; looksWithoutAny < 3;)
        {
            using var query = new StringContent("""{"query":{"term":{"kind":"lease"}}}""", Encoding.UTF8, "application/json");
            using var answer = await _client.PostAsync(new Uri(new Uri(ElasticsearchNode.Url!), $"/{_prefix}-tracking/_delete_by_query?refresh=true&ignore_unavailable=true&conflicts=proceed"), query);
            answer.EnsureSuccessStatusCode();
            var found = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("total").GetInt64();
            looksWithoutAny = found == 0 ? looksWithoutAny + 1 : 0;
            await Scene.WaitAsync(TimeSpan.FromMilliseconds(400));
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _forwarder.DisposeAsync();
        var node = new Uri(ElasticsearchNode.Url!);
        var indices = await _client.GetStringAsync(new Uri(node, $"/_cat/indices/{_prefix}-*?h=index&expand_wildcards=all"));
        foreach (var index in indices.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            using var deleted = await _client.DeleteAsync(new Uri(node, $"/{index}"));
        }

        using var templates = await _client.DeleteAsync(new Uri(node, $"/_index_template/{_prefix}-*"));
        _client.Dispose();
    }
}
