using System.Collections.Concurrent;
using Listening.Polling;
using Listening.Stores;
using Microsoft.Extensions.Logging;

namespace Listening.Alerts;

/// <summary>
/// Brings recorded alerts to their channels, where the lane of alerts is ours. A delivery is noted when the other side took it; what no
/// channel took is tried again, also after a restart, each channel for itself. Broad catch: a channel's failure never stops another one.
/// </summary>
public sealed partial class AlertDispatcher(IAlertLog log, AlertChannels channels, LaneHolder lanes, TimeProvider time, ILogger<AlertDispatcher> logger)
{
    /// <summary>After this long an alert tells nobody anything.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(3);

    /// <summary>First pause after a failed attempt; it doubles up to <see cref="LongestPause"/>.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    // What a channel took is noted also while the lane or the worker ends.
    private static readonly TimeSpan TimeToNote = TimeSpan.FromSeconds(5);

    private readonly Dictionary<(string Key, string Channel), Attempts> _failed = [];
    private readonly ConcurrentDictionary<(string Key, string Channel), AlertDelivery> _taken = [];
    private int _isDispatching;

    /// <summary>Tries every delivery that is due, once. A call during another one does nothing. Throws <see cref="StoreUnavailableException"/>.</summary>
    public async Task DispatchAsync(CancellationToken ct)
    {
        if (Interlocked.Exchange(ref _isDispatching, 1) == 1)
        {
            return;
        }

        try
        {
            await lanes.RunAsync(Lane.Alerts, DeliverDueAsync, ct);
        }
        finally
        {
            Volatile.Write(ref _isDispatching, 0);
        }
    }

    private async Task DeliverDueAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var due = (await log.UnsentAsync(ct))
            .Where(alert => now - alert.DetectedAt < GiveUpAfter)
            .SelectMany(alert => alert.Unsent().Select(name => (Alert: alert, Channel: channels.All.FirstOrDefault(channel => channel.Name == name))))
            .Where(delivery => delivery.Channel is not null && IsDue(delivery.Alert, delivery.Channel, now));
        await Task.WhenAll(due.GroupBy(delivery => delivery.Channel!.Name).Select(one => DeliverAsync([.. one], ct)));
    }

    private async Task DeliverAsync(List<(Alert Alert, IAlertChannel? Channel)> deliveries, CancellationToken ct)
    {
        foreach (var (alert, channel) in deliveries)
        {
            await DeliverAsync(alert, channel!, ct);
        }
    }

    private async Task DeliverAsync(Alert alert, IAlertChannel channel, CancellationToken ct)
    {
        // A store that answers questions need not take writes: what was taken and could not be noted is not sent again.
        if (!_taken.ContainsKey((alert.Key, channel.Name)) && !await TrySendAsync(alert, channel, ct))
        {
            return;
        }

        await NoteAsync(alert, channel);
    }

    private async Task<bool> TrySendAsync(Alert alert, IAlertChannel channel, CancellationToken ct)
    {
        try
        {
            await channel.SendAsync(alert, ct);
            _taken[(alert.Key, channel.Name)] = new AlertDelivery(channel.Name, time.GetUtcNow());
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            var nextAt = Postpone(alert, channel);
            if (e is AlertChannelException)
            {
                NotTaken(logger, channel.Name, alert.Key, e.Message, nextAt);
            }
            else
            {
                ChannelFailed(logger, channel.Name, alert.Key, nextAt, e);
            }

            return false;
        }
    }

    private async Task NoteAsync(Alert alert, IAlertChannel channel)
    {
        using var limit = new CancellationTokenSource(TimeToNote, time);
        try
        {
            await log.MarkSentAsync(alert.Key, _taken[(alert.Key, channel.Name)], limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return; // the next dispatch tries to note it again
        }

        _taken.TryRemove((alert.Key, channel.Name), out _);
        lock (_failed)
        {
            _failed.Remove((alert.Key, channel.Name));
        }
    }

    private bool IsDue(Alert alert, IAlertChannel channel, DateTimeOffset now)
    {
        lock (_failed)
        {
            return !_failed.TryGetValue((alert.Key, channel.Name), out var attempts) || attempts.NextAt <= now;
        }
    }

    private DateTimeOffset Postpone(Alert alert, IAlertChannel channel)
    {
        lock (_failed)
        {
            var count = _failed.GetValueOrDefault((alert.Key, channel.Name))?.Count ?? 0;
            var pause = TimeSpan.FromTicks((long)Math.Min(LongestPause.Ticks, FirstPause.Ticks * Math.Pow(2, Math.Min(count, 20))));
            var nextAt = time.GetUtcNow() + pause;
            _failed[(alert.Key, channel.Name)] = new Attempts(count + 1, nextAt);
            return nextAt;
        }
    }

    private sealed record Attempts(int Count, DateTimeOffset NextAt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Channel {Channel} did not take the alert {AlertKey}: {Reason} It is tried again at {NextAt:HH:mm:ss}Z.")]
    private static partial void NotTaken(ILogger logger, string channel, string alertKey, string reason, DateTimeOffset nextAt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Channel {Channel} failed on the alert {AlertKey} in a way that nobody foresaw; it is tried again at {NextAt:HH:mm:ss}Z. Please report this.")]
    private static partial void ChannelFailed(ILogger logger, string channel, string alertKey, DateTimeOffset nextAt, Exception exception);
}
