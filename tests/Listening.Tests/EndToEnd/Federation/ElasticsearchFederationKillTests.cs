using Listening.Tests.Storage.Elasticsearch;

namespace Listening.Tests.EndToEnd.Federation;

[Collection(OneAfterTheOther.Name)]
public sealed class ElasticsearchFederationKillTests : FederationKillSpecification
{
    public ElasticsearchFederationKillTests(FederationRuns runs)
        : base(runs) => ElasticsearchNode.SkipWithoutNode();

    private protected override WorkerStore OpenStore() => new ElasticsearchWorkerStore();

    private protected override string StoreName => "Elasticsearch";
}
