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

    public Task<IReadOnlyList<LaneLease>> ListAsync(CancellationToken ct) => IsDown ? throw Down() : leases.ListAsync(ct);

    public Task<LaneLease?> TakeAsync(LaneLease lease, CancellationToken ct) => WriteAsync(() => leases.TakeAsync(lease, ct));

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
