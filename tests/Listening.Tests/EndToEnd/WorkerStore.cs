namespace Listening.Tests.EndToEnd;

/// <summary>Where a worker under test keeps its posts; empty at first, gone afterwards.</summary>
internal abstract class WorkerStore : IAsyncDisposable
{
    /// <summary>The settings that choose it.</summary>
    public abstract IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>Completes while a worker is writing posts: its call of the store has begun and has not ended.</summary>
    public abstract Task InsideAWriteAsync(CancellationToken ct);

    /// <summary>Whatever <see cref="InsideAWriteAsync"/> held up goes on.</summary>
    public virtual void GoOn()
    {
    }

    /// <summary>As if enough time had passed since a worker was killed for the next one to work at once.</summary>
    public virtual Task ForgetKilledAsync() => Task.CompletedTask;

    public abstract ValueTask DisposeAsync();
}
