using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Storage.Elasticsearch;
using Listening.Stores;
using Listening.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Listening.Tests.Storage.Elasticsearch;

/// <summary>What the README grants is enough and not more. That it is enough for the whole specification shows when all of these tests run on such a node.</summary>
public sealed class LeastPrivilegesTests(ElasticsearchNode node) : IClassFixture<ElasticsearchNode>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void The_README_lists_what_the_product_asks_for()
    {
        var role = ReadmeRequest.Find("_security/api_key").For("listening")["role_descriptors"]!["listening"]!;

        Assert.Equal(ElasticsearchPrivileges.Cluster, role["cluster"].Deserialize<string[]>());
        Assert.Equal(ElasticsearchPrivileges.Indices, role["indices"]![0]!["privileges"].Deserialize<string[]>());
    }

    [Theory]
    [InlineData("create_index")]
    [InlineData("delete_index")]
    [InlineData("read")]
    [InlineData("write")]
    [InlineData("view_index_metadata")]
    [InlineData("maintenance")]
    [InlineData("monitor")]
    public async Task A_key_that_lacks_one_of_them_is_found_by_doctor(string privilege)
    {
        SkipWithoutSecurity();
        await node.OpenAsync();
        var request = ReadmeRequest.Find("_security/api_key").For(node.Prefix);
        var privileges = request["role_descriptors"]!["listening"]!["indices"]![0]!["privileges"]!.AsArray();
        privileges.Remove(privileges.First(one => (string?)one == privilege));

        var check = await PrivilegesAsync(await node.CreateKeyAsync(request));

        Assert.False(check.IsOk);
        Assert.Contains($"lacks {privilege} on {node.Prefix}-*", check.Detail, StringComparison.Ordinal);
        Assert.NotNull(check.Remedy);
    }

    [Fact]
    public async Task A_key_that_has_them_all_passes_every_check()
    {
        SkipWithoutSecurity();
        await node.OpenAsync();

        using var services = Services(await node.CreateKeyAsync(ReadmeRequest.Find("_security/api_key").For(node.Prefix)));
        await services.Store.PrepareAsync(Ct);

        Assert.All(await services.Store.ExamineAsync(Ct), check => Assert.True(check.IsOk, $"{check.Name}: {check.Detail}"));
    }

    [Fact]
    public async Task A_dashboard_reads_what_is_public_and_neither_our_state_nor_writes_anything()
    {
        SkipWithoutSecurity();
        var samples = new PostSamples();
        await (await node.OpenAsync()).Posts.UpsertAsync([samples.New("1")], Ct);
        var role = ReadmeRequest.Find("_security/role").For(node.Prefix);
        using var client = new ElasticsearchClient(node.OptionsWith(await node.CreateKeyAsync(new JsonObject { ["role_descriptors"] = new JsonObject { ["dashboard"] = role } })), TimeProvider.System);

        foreach (var query in ReadmeRequest.All.Where(request => request.Path.EndsWith("_search", StringComparison.Ordinal)))
        {
            await client.RequireAsync(ElasticsearchRequest.Post(query.PathFor(node.Prefix), query.For(node.Prefix)), Ct);
        }

        await Assert.ThrowsAsync<StoreUnavailableException>(() => client.RequireAsync(ElasticsearchRequest.Post($"{node.Prefix}-tracking/_search"), Ct));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => client.RequireAsync(ElasticsearchRequest.Delete($"{node.Prefix}-posts-v1-2026.11"), Ct));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => client.RequireAsync(ElasticsearchRequest.Put($"{node.Prefix}-posts-v1-2026.11/_doc/x", new JsonObject { ["post_key"] = "x" }), Ct));
    }

    private static void SkipWithoutSecurity()
    {
        ElasticsearchNode.SkipWithoutNode();
        Assert.SkipUnless(ElasticsearchNode.IsSecured, "Set LISTENING_TEST_ELASTICSEARCH to https://user:password@host:port of an Elasticsearch with security, and LISTENING_TEST_ELASTICSEARCH_CA to its CA file, to run this.");
    }

    private async Task<StoreCheck> PrivilegesAsync(string key)
    {
        using var services = Services(key);
        return (await services.Store.ExamineAsync(Ct)).Single(check => check.Name == PrivilegesCheck.Name);
    }

    private ElasticsearchServices Services(string key) => new(Options.Create(node.OptionsWith(key)), TimeProvider.System, new LoggerFactory());
}
