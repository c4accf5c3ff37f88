namespace Listening.Tests.EndToEnd.Federation;

public sealed class SqliteFederationTests(FederationRuns runs) : FederationSpecification(runs)
{
    private protected override WorkerStore OpenStore() => new SqliteWorkerStore();

    private protected override string StoreName => "Sqlite";
}
