using Listening.Storage.Elasticsearch;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Listening.Tests.Storage.Elasticsearch;

/// <summary>A real node, on which a test class has indices of its own until it is done.</summary>
public sealed class ElasticsearchNode : IAsyncLifetime
{
    private const string Variable = "LISTENING_TEST_ELASTICSEARCH";

    private readonly List<ElasticsearchServices> _opened = [];

    public static string? Url => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } url ? url : null;

    public string Prefix { get; } = $"test-{Guid.NewGuid():N}"[..17];

    internal ElasticsearchClient Client { get; } = new(new ElasticsearchOptions { Urls = [Url ?? "http://localhost"] }, TimeProvider.System);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A new instance on the data of this class, prepared. Skips the test where no node is named.</summary>
    public async Task<StoreUnderTest> OpenAsync()
    {
        var services = Create(TimeProvider.System);
        await services.Store.PrepareAsync(TestContext.Current.CancellationToken);
        return new(services.Store, services.Posts, services.Tracking, services.Coverage, services.Authors, services.DeadLetters, services.Alerts, services.Missed);
    }

    /// <summary>An instance that reaches the node on another way, where one is given.</summary>
    internal ElasticsearchServices Create(TimeProvider time, string? url = null)
    {
        SkipWithoutNode();
        var services = new ElasticsearchServices(Options.Create(new ElasticsearchOptions { Urls = [url ?? Url!], IndexPrefix = Prefix }), time, new LoggerFactory());
        lock (_opened)
        {
            _opened.Add(services);
        }

        return services;
    }

    internal static void SkipWithoutNode() => Assert.SkipWhen(Url is null, $"Set {Variable} to the URL of an Elasticsearch 8 or 9 to run this.");

    internal async Task<string[]> IndicesAsync() =>
        [.. (await Client.RequireAsync(ElasticsearchRequest.Get($"{Prefix}-*/_settings?filter_path=*.settings.index.uuid"), default)).EnumerateObject().Select(index => index.Name)];

    public async ValueTask DisposeAsync()
    {
        if (_opened.Count > 0)
        {
            foreach (var index in await IndicesAsync())
            {
                await Client.SendAsync(ElasticsearchRequest.Delete(index), default);
            }

            await Client.SendAsync(ElasticsearchRequest.Delete($"_index_template/{Prefix}-*"), default);
        }

        _opened.ForEach(services => services.Dispose());
        Client.Dispose();
    }
}
