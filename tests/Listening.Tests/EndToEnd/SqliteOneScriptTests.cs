namespace Listening.Tests.EndToEnd;

[Collection(OneAfterTheOther.Name)]
public sealed class SqliteOneScriptTests(OneScriptRun run) : OneScriptSpecification(run), IClassFixture<OneScriptRun>
{
    private protected override WorkerStore OpenStore() => new SqliteWorkerStore();
}
