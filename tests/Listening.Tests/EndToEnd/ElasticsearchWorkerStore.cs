using Listening.Tests.Storage.Elasticsearch;

namespace Listening.Tests.EndToEnd;

/// <summary>Indices of their own on a real node.</summary>
internal sealed class ElasticsearchWorkerStore : WorkerStore
{
    private readonly HttpClient _client = new();
    private readonly string _prefix = $"test-{Guid.NewGuid():N}"[..17];

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Storage:Elasticsearch:Urls"] = ElasticsearchNode.Url!,
        ["Storage:Elasticsearch:IndexPrefix"] = _prefix,
    };

    public override async ValueTask DisposeAsync()
    {
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
