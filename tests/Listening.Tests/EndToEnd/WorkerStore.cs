namespace Listening.Tests.EndToEnd;

/// <summary>Where a worker under test keeps its posts; empty at first, gone afterwards.</summary>
internal abstract class WorkerStore : IAsyncDisposable
{
    /// <summary>The settings that choose it.</summary>
    public abstract IReadOnlyDictionary<string, string> Settings { get; }

    public abstract ValueTask DisposeAsync();
}
