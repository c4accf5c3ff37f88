namespace Listening.Polling;

/// <summary>A lane that is ours for now. What runs in it is cancelled when it stops being ours, which its end (dispose) is too.</summary>
public sealed class LaneHold : IDisposable
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _lost;
    private readonly CancellationToken _isLost;
    private long _takenOrRenewed;
    private int _running;

    private LaneHold(TimeProvider time, TimeSpan heldFor, long sentAt)
    {
        _time = time;
        _takenOrRenewed = sentAt;
        _lost = new CancellationTokenSource(heldFor, time);
        _isLost = _lost.Token;
    }

    /// <summary>Whether work may begin in it: it is ours, and nobody else is waiting for it.</summary>
    public bool IsOpen => !IsClosing && !IsLost;

    internal bool IsClosing { get; private set; }

    internal bool IsLost => _isLost.IsCancellationRequested;

    /// <summary>Since the last write that made it ours was sent.</summary>
    internal TimeSpan Age => _time.GetElapsedTime(_takenOrRenewed);

    /// <summary>Held without a lease.</summary>
    internal static LaneHold ForGood(TimeProvider time) => new(time, Timeout.InfiniteTimeSpan, time.GetTimestamp());

    /// <summary>Held for so long after <paramref name="sentAt"/>, when the write was sent that took it.</summary>
    internal static LaneHold Until(TimeProvider time, TimeSpan heldFor, long sentAt) => new(time, Left(time, heldFor, sentAt), sentAt);

    /// <summary>Works while the lane is ours, and returns early, without an exception, when it is no longer. Does nothing unless <see cref="IsOpen"/>.</summary>
    public async Task RunAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        if (!TryBegin())
        {
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, _isLost);
        try
        {
            await work(either.Token);
        }
        catch (OperationCanceledException) when (IsLost && !ct.IsCancellationRequested)
        {
            // Whoever has the lane now goes on where this ended.
        }
        finally
        {
            lock (_lock)
            {
                _running--;
            }
        }
    }

    public void Dispose()
    {
        _lost.Cancel();
        _lost.Dispose();
    }

    internal void Renewed(TimeSpan heldFor, long sentAt)
    {
        _takenOrRenewed = sentAt;
        _lost.CancelAfter(Left(_time, heldFor, sentAt));
    }

    /// <summary>Nothing begins in it any more. True once nothing runs either.</summary>
    internal bool Close()
    {
        lock (_lock)
        {
            IsClosing = true;
            return _running == 0;
        }
    }

    private bool TryBegin()
    {
        lock (_lock)
        {
            if (!IsOpen)
            {
                return false;
            }

            _running++;
            return true;
        }
    }

    private static TimeSpan Left(TimeProvider time, TimeSpan heldFor, long sentAt)
    {
        var left = heldFor - time.GetElapsedTime(sentAt);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
