using Listening.Stores;

namespace Listening.Tests.Support;

/// <summary>One worker's way to the leases, on which requests or answers get lost as the test says.</summary>
internal sealed class UncertainLeases(ILaneLeases leases) : ILaneLeases
{
    /// <summary>No request arrives.</summary>
    public bool IsDown { get; set; }

    /// <summary>No request to write arrives.</summary>
    public bool LosesWrites { get; set; }

    /// <summary>Writes are carried out and nobody hears of it.</summary>
    public bool LosesAnswers { get; set; }

    /// <summary>What takes wait for; nothing as long as it is null.</summary>
    public TaskCompletionSource? Hold { get; set; }

    /// <summary>How many takes wait.</summary>
    public int Waiting { get; private set; }

    /// <summary>A lane that cannot be taken.</summary>
    public Lane? Refused { get; set; }

    public Task<IReadOnlyList<LaneLease>> ListAsync(CancellationToken ct) => IsDown ? throw Down() : leases.ListAsync(ct);

    public async Task<LaneLease?> TakeAsync(LaneLease lease, CancellationToken ct)
    {
        if (Hold is { } hold)
        {
            Waiting++;
            await hold.Task;
        }

        return lease.Lane == Refused ? throw Down() : await WriteAsync(() => leases.TakeAsync(lease, ct));
    }

    public Task ReleaseAsync(LaneLease lease, CancellationToken ct) => WriteAsync(async () =>
    {
        await leases.ReleaseAsync(lease, ct);
        return true;
    });

    private async Task<T> WriteAsync<T>(Func<Task<T>> write)
    {
        if (IsDown || LosesWrites)
        {
            throw Down();
        }

        var answer = await write();
        return LosesAnswers ? throw Down() : answer;
    }

    private static StoreUnavailableException Down() => new("The store does not answer.");
}
