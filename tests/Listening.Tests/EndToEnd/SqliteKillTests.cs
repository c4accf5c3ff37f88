namespace Listening.Tests.EndToEnd;

public sealed class SqliteKillTests : KillSpecification
{
    private protected override WorkerStore OpenStore() => new SqliteWorkerStore();
}
