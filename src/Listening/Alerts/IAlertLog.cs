namespace Listening.Alerts;

/// <summary>Alerts decided and sent. An alert is recorded before it is sent, so it is sent once also across restarts and replicas.</summary>
public interface IAlertLog
{
    /// <summary>True for whoever recorded it first; false, and nothing changes, when the key is known.</summary>
    Task<bool> RecordAsync(Alert alert, CancellationToken ct);

    /// <summary>The newest first (by <see cref="Alert.DetectedAt"/>, then key); of one hashtag where it is given; at most <paramref name="limit"/>, which may be as large as all of them.</summary>
    Task<IReadOnlyList<Alert>> ListAsync(string? hashtag, int limit, CancellationToken ct);

    /// <summary>Alerts whose episode is not closed.</summary>
    Task<IReadOnlyList<Alert>> OpenAsync(CancellationToken ct);

    /// <summary>Alerts that some channel has not taken yet, the oldest first.</summary>
    Task<IReadOnlyList<Alert>> UnsentAsync(CancellationToken ct);

    /// <summary>Notes a delivery; noting one twice changes nothing.</summary>
    Task MarkSentAsync(string key, AlertDelivery delivery, CancellationToken ct);

    /// <summary>Closes an episode (null opens it again).</summary>
    Task SetClosedAsync(string key, DateTimeOffset? closedAt, CancellationToken ct);
}
