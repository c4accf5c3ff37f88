using Listening.Tests.Support;

namespace Listening.Tests.EndToEnd;

/// <summary>The embedded store on a disk that can be filled.</summary>
internal sealed class SmallDiskWorkerStore : WorkerStore
{
    public SmallDisk Disk { get; } = SmallDisk.Create(megabytes: 64);

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Storage:Directory"] = Disk.Path };

    public override Task InsideAWriteAsync(CancellationToken ct) => Task.FromException(new NotSupportedException("No test kills a worker on a small disk."));

    public override ValueTask DisposeAsync()
    {
        Disk.Dispose();
        return ValueTask.CompletedTask;
    }
}
