namespace Listening.Tests.Storage.Elasticsearch;

public sealed class ElasticsearchTrackingStoreTests(ElasticsearchNode node) : TrackingStoreSpecification, IClassFixture<ElasticsearchNode>
{
    protected override Task<StoreUnderTest> OpenAsync() => node.OpenAsync();
}
