using System.Text.Json.Nodes;
using Listening.Alerts;

namespace Listening.Storage.Elasticsearch;

/// <summary>Alerts, one document each; whoever creates it has recorded it first.</summary>
internal sealed class ElasticsearchAlertLog(DocumentIndex documents, SearchReader reader) : IAlertLog
{
    // In one answer.
    private const int Most = 10_000;

    public async Task<bool> RecordAsync(Alert alert, CancellationToken ct) =>
        await documents.CreateAsync(AlertDocument.IdOf(alert.Key), AlertDocument.Write(alert), ct) is not null;

    public async Task<IReadOnlyList<Alert>> ListAsync(string? hashtag, int limit, CancellationToken ct)
    {
        var query = Query.All(hashtag is null ? null : Query.Term("hashtag", hashtag));
        if (limit > Most)
        {
            return [.. (await AllAsync(query, ct)).OrderByDescending(alert => alert.DetectedAt).ThenBy(alert => alert.Key, StringComparer.Ordinal).Take(limit)];
        }

        var body = new JsonObject
        {
            ["size"] = Math.Max(limit, 0),
            ["track_total_hits"] = false,
            ["query"] = query,
            ["sort"] = new JsonArray(new JsonObject { ["detected_at"] = "desc" }, new JsonObject { ["key"] = "asc" }),
        };
        return [.. SearchReader.Hits(await reader.AskAsync(body, ct)).Select(hit => AlertDocument.Read(hit.GetProperty("_source")))];
    }

    public Task<IReadOnlyList<Alert>> OpenAsync(CancellationToken ct) => AllAsync(Query.Not(Query.Exists("closed_at")), ct);

    public Task<IReadOnlyList<Alert>> UnsentAsync(CancellationToken ct) => AllAsync(Query.All(Query.Exists("unsent")), ct);

    public Task MarkSentAsync(string key, AlertDelivery delivery, CancellationToken ct) => ChangeAsync(
        key,
        alert => alert.Sent.Any(sent => sent.Channel == delivery.Channel) ? null : alert with { Sent = [.. alert.Sent, delivery] },
        ct);

    public Task SetClosedAsync(string key, DateTimeOffset? closedAt, CancellationToken ct) => ChangeAsync(
        key,
        alert => alert.ClosedAt == closedAt ? null : alert with { ClosedAt = closedAt },
        ct);

    private async Task<IReadOnlyList<Alert>> AllAsync(JsonObject query, CancellationToken ct)
    {
        List<Alert> alerts = [];
        await foreach (var hit in reader.AllAsync(query, ["detected_at", "key"], ct))
        {
            alerts.Add(AlertDocument.Read(hit.GetProperty("_source")));
        }

        return alerts;
    }

    private Task<bool> ChangeAsync(string key, Func<Alert, Alert?> change, CancellationToken ct) => documents.ChangeAsync(
        AlertDocument.IdOf(key),
        known => known is not null && change(AlertDocument.Read(known.Source)) is { } changed ? AlertDocument.Write(changed) : null,
        ct);
}
