using System.Text.Json;
using Listening.Alerts;
using Listening.Posts;
using Microsoft.Data.Sqlite;

namespace Listening.Storage.Sqlite;

/// <summary>Alerts in the file; deliveries are rows of their own, so that channels and episodes never overwrite each other.</summary>
internal sealed class SqliteAlertLog(SqliteDatabase database) : IAlertLog
{
    public Task<bool> RecordAsync(Alert alert, CancellationToken ct) => database.WriteAsync(session => Record(session, alert), ct);

    public Task<IReadOnlyList<Alert>> ListAsync(string? hashtag, int limit, CancellationToken ct) => QueryAsync(
        hashtag is null
            ? $"SELECT body, closed_at FROM alerts ORDER BY detected_at DESC, alert_key LIMIT {limit}"
            : (FormattableString)$"SELECT body, closed_at FROM alerts WHERE hashtag = {hashtag} ORDER BY detected_at DESC, alert_key LIMIT {limit}",
        ct);

    public Task<IReadOnlyList<Alert>> OpenAsync(CancellationToken ct) =>
        QueryAsync($"SELECT body, closed_at FROM alerts WHERE closed_at IS NULL ORDER BY detected_at, alert_key", ct);

    public Task<IReadOnlyList<Alert>> UnsentAsync(CancellationToken ct) => QueryAsync(
        $"""
        SELECT body, closed_at FROM alerts WHERE alert_key IN (SELECT alert_key FROM alert_channels WHERE sent_at IS NULL)
        ORDER BY detected_at, alert_key
        """,
        ct);

    public Task MarkSentAsync(string key, AlertDelivery delivery, CancellationToken ct) => database.WriteAsync(session => MarkSent(session, key, delivery), ct);

    public Task SetClosedAsync(string key, DateTimeOffset? closedAt, CancellationToken ct) => database.WriteAsync(
        session => session.Execute($"UPDATE alerts SET closed_at = {closedAt?.ToUnixTimeMilliseconds()} WHERE alert_key = {key}"), ct);

    private static bool Record(SqliteSession session, Alert alert)
    {
        var body = JsonSerializer.Serialize(alert with { Sent = [] }, ListeningJson.Options);
        var isNew = session.Execute($"""
            INSERT INTO alerts (alert_key, hashtag, detected_at, closed_at, body)
            VALUES ({alert.Key}, {alert.Hashtag}, {alert.DetectedAt.ToUnixTimeMilliseconds()}, {alert.ClosedAt?.ToUnixTimeMilliseconds()}, {body}) ON CONFLICT DO NOTHING
            """) == 1;
        if (!isNew)
        {
            return false;
        }

        foreach (var (position, channel) in alert.Channels.Distinct(StringComparer.Ordinal).Index())
        {
            session.Execute($"INSERT INTO alert_channels (alert_key, channel, position) VALUES ({alert.Key}, {channel}, {position})");
        }

        foreach (var delivery in alert.Sent)
        {
            MarkSent(session, alert.Key, delivery);
        }

        return true;
    }

    // A channel that the alert was not meant for has no position.
    private static void MarkSent(SqliteSession session, string key, AlertDelivery delivery) => session.Execute($"""
        INSERT INTO alert_channels (alert_key, channel, sent_at)
        SELECT alert_key, {delivery.Channel}, {delivery.At.ToUnixTimeMilliseconds()} FROM alerts WHERE alert_key = {key}
        ON CONFLICT DO UPDATE SET sent_at = excluded.sent_at WHERE sent_at IS NULL
        """);

    private Task<IReadOnlyList<Alert>> QueryAsync(FormattableString sql, CancellationToken ct) => database.ReadAsync<IReadOnlyList<Alert>>(
        session => [.. session.Query(sql, Read).Select(alert => WithChannels(session, alert))], ct);

    private static Alert Read(SqliteDataReader reader) => JsonSerializer.Deserialize<Alert>(reader.GetString(0), ListeningJson.Options)! with
    {
        ClosedAt = reader.IsDBNull(1) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1)),
    };

    private static Alert WithChannels(SqliteSession session, Alert alert)
    {
        var channels = session.Query(
            $"SELECT channel, position, sent_at FROM alert_channels WHERE alert_key = {alert.Key} ORDER BY position, channel",
            reader => (
                Channel: reader.GetString(0),
                IsMeant: !reader.IsDBNull(1),
                SentAt: reader.IsDBNull(2) ? (DateTimeOffset?)null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2))));
        return alert with
        {
            Channels = [.. channels.Where(channel => channel.IsMeant).Select(channel => channel.Channel)],
            Sent = [.. channels
                .Where(channel => channel.SentAt is not null)
                .Select(channel => new AlertDelivery(channel.Channel, channel.SentAt!.Value))
                .OrderBy(delivery => delivery.At).ThenBy(delivery => delivery.Channel, StringComparer.Ordinal)],
        };
    }
}
