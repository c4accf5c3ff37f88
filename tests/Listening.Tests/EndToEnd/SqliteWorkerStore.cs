using Listening.Tests.Support;

namespace Listening.Tests.EndToEnd;

/// <summary>The embedded store in a folder of its own.</summary>
internal sealed class SqliteWorkerStore : WorkerStore
{
    private readonly TemporaryFolder _folder = new();

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Storage:Directory"] = _folder.Path };

    // A commit appends to the write-ahead log and then waits for the disk: the moment at which the log grows lies inside it.
    public override Task InsideAWriteAsync(CancellationToken ct) => Task.Run(
        () =>
        {
            var log = new FileInfo(Path.Combine(_folder.Path, "listening.db-wal"));
            for (var length = Length(log); Length(log) == length;)
            {
                ct.ThrowIfCancellationRequested();
                Thread.SpinWait(50);
            }
        },
        ct);

    public override ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static long Length(FileInfo file)
    {
        file.Refresh();
        return file.Exists ? file.Length : 0;
    }
}
