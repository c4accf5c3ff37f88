using Listening.Alerts;
using Listening.Stores;

namespace Listening.Tests.Support;

/// <summary>An alert log that answers questions and, as often as the test says, does not take the note of a delivery.</summary>
internal sealed class AlertLogThatTakesNoNotes(IAlertLog log) : IAlertLog
{
    public int Refusals { get; set; }

    public Task<bool> RecordAsync(Alert alert, CancellationToken ct) => log.RecordAsync(alert, ct);

    public Task<IReadOnlyList<Alert>> ListAsync(string? hashtag, int limit, CancellationToken ct) => log.ListAsync(hashtag, limit, ct);

    public Task<IReadOnlyList<Alert>> OpenAsync(CancellationToken ct) => log.OpenAsync(ct);

    public Task<IReadOnlyList<Alert>> UnsentAsync(CancellationToken ct) => log.UnsentAsync(ct);

    public Task MarkSentAsync(string key, AlertDelivery delivery, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return Refusals-- > 0 ? throw new StoreUnavailableException("The index takes no writes.") : log.MarkSentAsync(key, delivery, ct);
    }

    public Task SetClosedAsync(string key, DateTimeOffset? closedAt, CancellationToken ct) => log.SetClosedAsync(key, closedAt, ct);
}
