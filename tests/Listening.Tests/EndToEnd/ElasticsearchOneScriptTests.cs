using Listening.Tests.Storage.Elasticsearch;

namespace Listening.Tests.EndToEnd;

[Collection(OneAfterTheOther.Name)]
public sealed class ElasticsearchOneScriptTests : OneScriptSpecification, IClassFixture<OneScriptRun>
{
    public ElasticsearchOneScriptTests(OneScriptRun run)
        : base(run) => ElasticsearchNode.SkipWithoutNode();

    private protected override WorkerStore OpenStore() => new ElasticsearchWorkerStore();
}
