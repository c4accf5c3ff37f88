namespace Listening.Tests.EndToEnd.Faults;

/// <summary>Indices of their own on a cluster with faults.</summary>
internal sealed class FaultyClusterStore(FaultyCluster cluster, params Uri[] nodes) : WorkerStore
{
    public string Prefix { get; } = $"test-{Guid.NewGuid():N}"[..17];

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Storage:Elasticsearch:Urls"] = string.Join(',', nodes.Select(node => node.ToString())),
        ["Storage:Elasticsearch:IndexPrefix"] = Prefix,
    };

    public override Task InsideAWriteAsync(CancellationToken ct) => throw new NotSupportedException("Faults come by time here.");

    public override async ValueTask DisposeAsync() => await cluster.DeleteAsync(Prefix);
}
