namespace Listening.Tests.EndToEnd;

[Collection(OneAfterTheOther.Name)]
public sealed class SqliteKillTests : KillSpecification
{
    private protected override WorkerStore OpenStore() => new SqliteWorkerStore();
}
