using Listening.Storage.Elasticsearch;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Listening.Benchmarks.Measuring;

/// <summary>The product's indices on a node: new and gone afterwards, or those of a prefix that a person named, which stay.</summary>
internal sealed class BenchmarkIndices : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly bool _isOurs;

    private BenchmarkIndices(HttpClient http, string prefix, bool isOurs, ElasticsearchServices services) => (_http, Prefix, _isOurs, Services) = (http, prefix, isOurs, services);

    public string Prefix { get; }

    public ElasticsearchServices Services { get; }

    public static async Task<BenchmarkIndices> OpenAsync(Uri node, string? prefix, CancellationToken ct)
    {
        var name = prefix ?? $"benchmark-{Guid.NewGuid():N}"[..20];
        var indices = new BenchmarkIndices(new HttpClient { BaseAddress = node }, name, isOurs: prefix is null, Connect(node, name));
        await indices.Services.Store.PrepareAsync(ct);
        return indices;
    }

    /// <summary>The product on indices of that prefix.</summary>
    public static ElasticsearchServices Connect(Uri node, string prefix) =>
        new(Options.Create(new ElasticsearchOptions { Urls = [node.ToString()], IndexPrefix = prefix }), TimeProvider.System, NullLoggerFactory.Instance);

    public async ValueTask DisposeAsync()
    {
        if (_isOurs)
        {
            // A node refuses to delete by wildcard.
            var names = await _http.GetStringAsync(new Uri($"_cat/indices/{Prefix}-*?h=index", UriKind.Relative));
            foreach (var name in names.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                (await _http.DeleteAsync(new Uri(name, UriKind.Relative))).Dispose();
            }

            (await _http.DeleteAsync(new Uri($"_index_template/{Prefix}-*", UriKind.Relative))).Dispose();
        }

        Services.Dispose();
        _http.Dispose();
    }
}
