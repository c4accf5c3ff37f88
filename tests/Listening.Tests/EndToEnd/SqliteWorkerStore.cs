using Listening.Tests.Support;

namespace Listening.Tests.EndToEnd;

/// <summary>The embedded store in a folder of its own.</summary>
internal sealed class SqliteWorkerStore : WorkerStore
{
    private readonly TemporaryFolder _folder = new();

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Storage:Directory"] = _folder.Path };

    public override ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
