using Listening.Alerts;
using Listening.Storage;
using Listening.Storage.Elasticsearch;
using Listening.Stores;
using Listening.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Listening.Tests.Storage.Elasticsearch;

public sealed class ElasticsearchOptionsTests
{
    public static TheoryData<string, ElasticsearchOptions> Wrong => new()
    {
        { "at least one node", new() },
        { "number 2", Valid(options => options.Urls = ["http://a.example:9200", "a.example:9200"]) },
        { "number 1", Valid(options => options.Urls = ["ftp://a.example"]) },
        { "keep one of the two", Valid(options => (options.ApiKey, options.Username, options.Password) = ("k", "u", "p")) },
        { "belong together", Valid(options => options.Username = "u") },
        { "belong together", Valid(options => options.Password = "hush") },
        { "ApiKeyFile names a file", Valid(options => options.ApiKeyFile = "/nowhere/key") },
        { "CaFile names a file", Valid(options => options.CaFile = "/nowhere/ca.crt") },
        { "64 hexadecimal digits", Valid(options => options.CaFingerprint = "12:34") },
        { "lower-case letters", Valid(options => options.IndexPrefix = "Listening") },
        { "lower-case letters", Valid(options => options.IndexPrefix = "a,b") },
        { "lower-case letters", Valid(options => options.IndexPrefix = "") },
        { "lower-case letters", Valid(options => options.IndexPrefix = "-a") },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_setting_is_named_in_one_sentence_without_secrets(string words, ElasticsearchOptions options)
    {
        var failure = Assert.Single(new ElasticsearchOptionsValidator().Validate(null, options).Failures!);

        Assert.Contains(words, failure, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fingerprint_may_be_written_with_colons() =>
        Assert.True(new ElasticsearchOptionsValidator().Validate(null, Valid(options => options.CaFingerprint = string.Join(':', Enumerable.Repeat("Ab", 32)))).Succeeded);

    [Theory]
    [InlineData("Storage:Elasticsearch:Urls", "http://127.0.0.1:1, http://127.0.0.1:2/")]
    [InlineData("Storage:Elasticsearch:Urls:0", "http://127.0.0.1:1,http://127.0.0.1:2/")]
    public void A_list_of_addresses_may_be_separated_by_commas(string key, string value)
    {
        using var provider = Services(new() { [key] = value }).BuildServiceProvider();

        Assert.Equal(["http://127.0.0.1:1", "http://127.0.0.1:2/"], provider.GetRequiredService<IOptions<ElasticsearchOptions>>().Value.Urls);
    }

    [Fact]
    public void An_address_chooses_elasticsearch_for_every_contract()
    {
        using var provider = Services(new() { ["Storage:Elasticsearch:Urls:0"] = "http://127.0.0.1:1" }).BuildServiceProvider();

        Assert.Equal("elasticsearch", provider.GetRequiredService<IStore>().Kind);
        Assert.IsType<KeptPosts>(provider.GetRequiredService<IPostStore>());
        Assert.IsType<ElasticsearchTrackingStore>(provider.GetRequiredService<ITrackingStore>());
        Assert.IsType<ElasticsearchCoverageLog>(provider.GetRequiredService<ICoverageLog>());
        Assert.IsType<ElasticsearchAuthorMarks>(provider.GetRequiredService<IAuthorMarks>());
        Assert.IsType<ElasticsearchAlertLog>(provider.GetRequiredService<IAlertLog>());
    }

    [Fact]
    public void Without_an_address_the_embedded_store_is_used()
    {
        using var folder = new TemporaryFolder();
        using var provider = Services(new() { ["Storage:Directory"] = folder.Path, ["Storage:Elasticsearch:Urls"] = "" }).BuildServiceProvider();

        Assert.Equal("sqlite", provider.GetRequiredService<IStore>().Kind);
    }

    [Fact]
    public void A_wrong_setting_keeps_the_store_from_being_made()
    {
        using var provider = Services(new() { ["Storage:Elasticsearch:Urls"] = "nonsense" }).BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStore>());
    }

    private static IServiceCollection Services(Dictionary<string, string?> settings) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddStorage(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());

    private static ElasticsearchOptions Valid(Action<ElasticsearchOptions> change)
    {
        var options = new ElasticsearchOptions { Urls = ["http://127.0.0.1:9200"] };
        change(options);
        return options;
    }
}
