using System.Text.Json.Nodes;
using Listening.Storage.Elasticsearch;
using Listening.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Listening.Tests.Storage.Elasticsearch;

/// <summary>
/// A real node, on which a test class has indices of its own until it is done. Where the address holds a user, security is on: then that
/// user tidies up, and the product gets a key with the privileges that the README lists.
/// </summary>
public sealed class ElasticsearchNode : IAsyncLifetime
{
    private const string Variable = "LISTENING_TEST_ELASTICSEARCH";

    private readonly List<ElasticsearchServices> _opened = [];
    private string? _key;

    public static string? Url => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } url ? url : null;

    public string Prefix { get; } = $"test-{Guid.NewGuid():N}"[..17];

    /// <summary>Whether the node asks who we are.</summary>
    public static bool IsSecured => Url is not null && new Uri(Url).UserInfo.Length > 0;

    /// <summary>With all rights: for what a test does to the node, not the product.</summary>
    internal ElasticsearchClient Client { get; } = new(new ElasticsearchOptions { Urls = [Url ?? "http://localhost"], CaFile = CaFile }, TimeProvider.System);

    private static string? CaFile => Environment.GetEnvironmentVariable("LISTENING_TEST_ELASTICSEARCH_CA") is { Length: > 0 } file ? file : null;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A new instance on the data of this class, prepared. Skips the test where no node is named.</summary>
    public async Task<StoreUnderTest> OpenAsync()
    {
        await CreateKeyAsync();
        var services = Create(TimeProvider.System);
        await services.Store.PrepareAsync(TestContext.Current.CancellationToken);
        return new(services.Store, services.Posts, services.Tracking, services.Coverage, services.Authors, services.DeadLetters, services.Alerts, services.Missed, services.Imports);
    }

    /// <summary>An instance that reaches the node on another way, where one is given.</summary>
    internal ElasticsearchServices Create(TimeProvider time, string? url = null)
    {
        SkipWithoutNode();
        var services = new ElasticsearchServices(Options.Create(OptionsWith(_key, url)), time, new LoggerFactory());
        lock (_opened)
        {
            _opened.Add(services);
        }

        return services;
    }

    /// <summary>As a person would set them; null: with all rights.</summary>
    internal ElasticsearchOptions OptionsWith(string? key, string? url = null) => new()
    {
        Urls = [new UriBuilder(url ?? Url!) { Scheme = new Uri(Url!).Scheme, UserName = key is null ? new Uri(Url!).UserInfo.Split(':')[0] : "", Password = key is null ? new Uri(Url!).UserInfo.Split(':')[^1] : "" }.Uri.ToString()],
        ApiKey = key,
        CaFile = CaFile,
        IndexPrefix = Prefix,
    };

    /// <summary>A key with what a request of the README grants on our indices.</summary>
    internal async Task<string> CreateKeyAsync(JsonObject request)
    {
        request["name"] = $"{Prefix}-{Guid.NewGuid():N}";
        return (await Client.RequireAsync(ElasticsearchRequest.Post("_security/api_key", request), default)).GetProperty("encoded").GetString()!;
    }

    private async Task CreateKeyAsync()
    {
        if (IsSecured)
        {
            _key ??= await CreateKeyAsync(ReadmeRequest.Find("_security/api_key").For(Prefix));
        }
    }

    internal static void SkipWithoutNode() => Assert.SkipWhen(Url is null, $"Set {Variable} to the URL of an Elasticsearch 8 or 9 to run this.");

    internal async Task<string[]> IndicesAsync() =>
        [.. (await Client.RequireAsync(ElasticsearchRequest.Get($"{Prefix}-*/_settings?filter_path=*.settings.index.uuid"), default)).EnumerateObject().Select(index => index.Name)];

    public async ValueTask DisposeAsync()
    {
        if (_opened.Count > 0)
        {
            await TidyUpAsync();
        }

        _opened.ForEach(services => services.Dispose());
        Client.Dispose();
    }

    // A node that is too busy to tidy up says nothing of what was tested; whoever started it wipes it.
    private async Task TidyUpAsync()
    {
        try
        {
            foreach (var index in await IndicesAsync())
            {
                await Client.SendAsync(ElasticsearchRequest.Delete(index), default);
            }

            await Client.SendAsync(ElasticsearchRequest.Delete($"_index_template/{Prefix}-*"), default);
        }
        catch (StoreUnavailableException e)
        {
            TestContext.Current.SendDiagnosticMessage("The indices {0}-* stay: {1}", Prefix, e.Message);
        }
    }
}
