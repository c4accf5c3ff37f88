namespace Listening.Tests.EndToEnd;

public sealed class SqliteOneScriptTests(OneScriptRun run) : OneScriptSpecification(run), IClassFixture<OneScriptRun>
{
    private protected override WorkerStore OpenStore() => new SqliteWorkerStore();
}
