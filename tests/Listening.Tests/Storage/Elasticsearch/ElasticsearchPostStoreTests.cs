namespace Listening.Tests.Storage.Elasticsearch;

public sealed class ElasticsearchPostStoreTests(ElasticsearchNode node) : PostStoreSpecification, IClassFixture<ElasticsearchNode>
{
    protected override Task<StoreUnderTest> OpenAsync() => node.OpenAsync();
}
