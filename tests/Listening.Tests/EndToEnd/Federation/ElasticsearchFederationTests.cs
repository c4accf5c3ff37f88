using Listening.Tests.Storage.Elasticsearch;

namespace Listening.Tests.EndToEnd.Federation;

[Collection(OneAfterTheOther.Name)]
public sealed class ElasticsearchFederationTests : FederationSpecification
{
    public ElasticsearchFederationTests(FederationRuns runs)
        : base(runs) => ElasticsearchNode.SkipWithoutNode();

    private protected override WorkerStore OpenStore() => new ElasticsearchWorkerStore();

    private protected override string StoreName => "Elasticsearch";
}
