namespace Listening.Alerts;

/// <summary>One way out for alerts. Sends once and throws <see cref="AlertChannelException"/> when the other side did not take it; retries are the dispatcher's.</summary>
public interface IAlertChannel
{
    /// <summary>The name under which it is configured.</summary>
    string Name { get; }

    Task SendAsync(Alert alert, CancellationToken ct);
}
