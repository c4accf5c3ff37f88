namespace Listening.Tests.EndToEnd.Federation;

public sealed class SqliteFederationKillTests(FederationRuns runs) : FederationKillSpecification(runs)
{
    private protected override WorkerStore OpenStore() => new SqliteWorkerStore();

    private protected override string StoreName => "Sqlite";
}
