using Listening.Stores;
using Listening.Tracking;

namespace Listening.Storage.Elasticsearch;

/// <summary>What was observed, one document of the tracking index a target, whose key begins with that of the target.</summary>
internal sealed class ElasticsearchCoverageLog(DocumentIndex documents, SearchReader reader) : ICoverageLog
{
    public async Task RecordAsync(PollTarget target, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var interval = new CoverageInterval(from, to);
        if (interval.Length > TimeSpan.Zero)
        {
            var key = KeyOf(target);
            await documents.ChangeAsync(IdOf(key), known => With(known, target, interval) is { } changed ? TrackingDocument.Write(TrackingDocument.Coverage, key, changed) : null, ct);
        }
    }

    public async Task<IReadOnlyList<TargetCoverage>> IntervalsAsync(
        IReadOnlyCollection<string> keys, DateTimeOffset? from, DateTimeOffset? to, CancellationToken ct) =>
    [
        .. (await ReadAsync(keys, ct))
            .Select(coverage => coverage with { Intervals = CoverageInterval.Within(coverage.Intervals, from, to) })
            .Where(coverage => coverage.Intervals.Count > 0)
            .OrderBy(coverage => coverage.Target.Platform, StringComparer.Ordinal)
            .ThenBy(coverage => coverage.Target.Host, StringComparer.Ordinal)
            .ThenBy(coverage => coverage.Target.Key, StringComparer.Ordinal),
    ];

    public async Task RemoveAsync(IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        foreach (var coverage in await ReadAsync(keys, ct))
        {
            await documents.DeleteAsync(IdOf(KeyOf(coverage.Target)), ct);
        }
    }

    private async Task<List<TargetCoverage>> ReadAsync(IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        List<TargetCoverage> found = [];
        if (keys.Count == 0)
        {
            return found;
        }

        var query = Query.All(Query.Term("kind", TrackingDocument.Coverage), Query.Any(keys.Select(key => Query.Prefix("key", key + "|"))));
        await foreach (var hit in reader.AllAsync(query, ["key"], ct))
        {
            found.Add(TrackingDocument.Read<TargetCoverage>(StoredDocument.Of(hit)));
        }

        // The key of a target may hold the separator itself.
        return [.. found.Where(coverage => keys.Contains(coverage.Target.Key))];
    }

    private static TargetCoverage? With(StoredDocument? known, PollTarget target, CoverageInterval interval)
    {
        var before = known is null ? [] : TrackingDocument.Read<TargetCoverage>(known).Intervals;
        var after = CoverageInterval.Unite(before.Append(interval));
        return after.SequenceEqual(before) ? null : new(target, after);
    }

    private static string KeyOf(PollTarget target) => $"{target.Key}|{target.Platform}|{target.Host}";

    private static string IdOf(string key) => TrackingDocument.IdOf(TrackingDocument.Coverage, key);
}
