namespace Listening.Tests.Storage.Elasticsearch;

public sealed class ElasticsearchCoverageLogTests(ElasticsearchNode node) : CoverageLogSpecification, IClassFixture<ElasticsearchNode>
{
    protected override Task<StoreUnderTest> OpenAsync() => node.OpenAsync();
}
