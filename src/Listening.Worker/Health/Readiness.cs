using Listening.Stores;

namespace Listening.Worker.Health;

/// <summary>Whether the store answers, asked at most every few seconds however often somebody wants to know.</summary>
internal sealed class Readiness(IStore store, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(2);

    /// <summary>A store that takes longer than this is as good as down.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private (DateTimeOffset At, string? Trouble)? _last;

    /// <summary>Null when it answers, else one sentence that says what to do.</summary>
    public async Task<string?> TroubleAsync(CancellationToken ct)
    {
        await _oneAtATime.WaitAsync(ct);
        try
        {
            if (_last is { } last && time.GetUtcNow() - last.At < KeptFor)
            {
                return last.Trouble;
            }

            var trouble = await AskAsync(ct);
            _last = (time.GetUtcNow(), trouble);
            return trouble;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<string?> AskAsync(CancellationToken ct)
    {
        try
        {
            await store.InfoAsync(ct).WaitAsync(Patience, time, ct);
            return null;
        }
        catch (StoreUnavailableException e)
        {
            return e.Message;
        }
        catch (TimeoutException)
        {
            return $"The store did not answer within {Patience.TotalSeconds} s; see whether it is running and what keeps it busy.";
        }
    }
}
