using System.Globalization;
using System.Net.Http.Json;
using Listening.Tests.Storage.Elasticsearch;
using Listening.Tests.Support;

namespace Listening.Tests.EndToEnd.Faults;

/// <summary>A real Elasticsearch of its own, which may be killed and paused, and a real Toxiproxy in front of it.</summary>
public sealed class FaultyCluster : IAsyncLifetime
{
    private const int Port = 29294;
    private const int ProxiedPort = 28495;
    private const int ProxyPort = 28494;
    private const string Proxy = "elasticsearch";

    private readonly TemporaryFolder _folder = new();
    private readonly LoopbackServer _elasticsearch;
    private readonly LoopbackServer _toxiproxy;

    public FaultyCluster()
    {
        static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
        _elasticsearch = new("elasticsearch", new Dictionary<string, string>
        {
            ["ELASTICSEARCH_HOME"] = Path.Combine(_folder.Path, "elasticsearch"),
            ["ELASTICSEARCH_PORT"] = Text(Port),
            ["ELASTICSEARCH_TRANSPORT_PORT"] = Text(Port + 100),
            ["ELASTICSEARCH_SECURITY"] = "0",
        });
        _toxiproxy = new("toxiproxy", new Dictionary<string, string> { ["TOXIPROXY_HOME"] = Path.Combine(_folder.Path, "toxiproxy"), ["TOXIPROXY_PORT"] = Text(ProxyPort) });
    }

    /// <summary>The node itself.</summary>
    public static Uri Node { get; } = new($"http://127.0.0.1:{Port}");

    /// <summary>The same node behind the proxy.</summary>
    public static Uri Proxied { get; } = new($"http://127.0.0.1:{ProxiedPort}");

    private HttpClient Elasticsearch { get; } = new() { BaseAddress = Node };

    private HttpClient Toxiproxy { get; } = new() { BaseAddress = new Uri($"http://127.0.0.1:{ProxyPort}") };

    public async ValueTask InitializeAsync()
    {
        if (OperatingSystem.IsWindows() || ElasticsearchNode.Url is null || !_elasticsearch.IsThere || !_toxiproxy.IsThere)
        {
            return;
        }

        File.SetUnixFileMode(_folder.Path, File.GetUnixFileMode(_folder.Path) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
        foreach (var server in new[] { _elasticsearch, _toxiproxy })
        {
            await server.RunAsync("install");
            await server.RunAsync("start");
        }

        await PostAsync("proxies", new { name = Proxy, listen = $"127.0.0.1:{ProxiedPort}", upstream = $"127.0.0.1:{Port}" });
    }

    public void SkipWhereAbsent()
    {
        ElasticsearchNode.SkipWithoutNode();
        Assert.SkipUnless(_elasticsearch.IsThere && _toxiproxy.IsThere, "The servers that these faults are made with are not there: set LISTENING_SHARED to the folder that holds servers/elasticsearch and servers/toxiproxy.");
    }

    public Task KillAsync() => _elasticsearch.RunAsync("fault", "kill");

    public Task StartAsync() => _elasticsearch.RunAsync("start");

    public Task PauseAsync() => _elasticsearch.RunAsync("fault", "pause");

    public Task ResumeAsync() => _elasticsearch.RunAsync("fault", "resume");

    /// <summary>Requests of more than some kilobytes are answered with 429, or no more.</summary>
    public Task ThrottleAsync(bool isOn) => PutAsync("_cluster/settings", $$$"""{"transient":{"network.breaker.inflight_requests.limit":{{{(isOn ? "\"3kb\"" : "null")}}}}}""");

    /// <summary>No post is written, or it is again.</summary>
    public Task BlockAsync(string prefix, bool isOn) => PutAsync($"{prefix}-posts-*/_settings", $$"""{"index.blocks.write":{{(isOn ? "true" : "null")}} }""");

    /// <summary>What happens to the connections through the proxy.</summary>
    public Task PoisonAsync(string type, string stream, object attributes, double share = 1) =>
        PostAsync($"proxies/{Proxy}/toxics", new { type, stream, attributes, toxicity = share });

    /// <summary>Takes every poison away.</summary>
    public Task HealAsync() => PostAsync("reset", new { });

    /// <summary>Documents of posts, deleted ones too, in all months.</summary>
    public async Task<long> DocumentsAsync(string prefix) =>
        long.Parse((await Elasticsearch.GetStringAsync(new Uri($"_cat/count/{prefix}-posts?h=count", UriKind.Relative))).Trim(), CultureInfo.InvariantCulture);

    public async Task DeleteAsync(string prefix)
    {
        var names = await Elasticsearch.GetStringAsync(new Uri($"_cat/indices/{prefix}-*?h=index", UriKind.Relative));
        foreach (var name in names.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            (await Elasticsearch.DeleteAsync(new Uri(name, UriKind.Relative))).Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Directory.Exists(Path.Combine(_folder.Path, "elasticsearch")))
        {
            // Their data lies in our folder and goes with it.
            await _toxiproxy.RunAsync("stop");
            await _elasticsearch.RunAsync("stop");
        }

        Elasticsearch.Dispose();
        Toxiproxy.Dispose();
        _folder.Dispose();
    }

    private async Task PostAsync(string path, object body)
    {
        using var answer = await Toxiproxy.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task PutAsync(string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await Elasticsearch.PutAsync(new Uri(path, UriKind.Relative), content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
