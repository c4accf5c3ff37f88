using Listening.Tests.Storage.Elasticsearch;

namespace Listening.Tests.EndToEnd;

[Collection(OneAfterTheOther.Name)]
public sealed class ElasticsearchKillTests : KillSpecification
{
    public ElasticsearchKillTests() => ElasticsearchNode.SkipWithoutNode();

    private protected override WorkerStore OpenStore() => new ElasticsearchWorkerStore();
}
