using Listening.Stores;
using Listening.Tracking;
using Microsoft.Data.Sqlite;

namespace Listening.Storage.Sqlite;

/// <summary>What was observed, one row an interval.</summary>
internal sealed class SqliteCoverageLog(SqliteDatabase database) : ICoverageLog
{
    public Task RecordAsync(PollTarget target, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var interval = new CoverageInterval(from, to);
        return interval.Length == TimeSpan.Zero ? Task.CompletedTask : database.WriteAsync(session => Record(session, target, interval), ct);
    }

    public Task<IReadOnlyList<TargetCoverage>> IntervalsAsync(
        IReadOnlyCollection<string>? keys, DateTimeOffset? from, DateTimeOffset? to, CancellationToken ct) => database.ReadAsync<IReadOnlyList<TargetCoverage>>(
        session =>
        [
            .. (keys ?? session.Query($"SELECT DISTINCT target_key FROM coverage", reader => reader.GetString(0))).Distinct(StringComparer.Ordinal)
                .SelectMany(key => OfKey(session, key))
                .GroupBy(row => row.Target, row => row.Interval)
                .Select(group => new TargetCoverage(group.Key, CoverageInterval.Within(group, from, to)))
                .Where(coverage => coverage.Intervals.Count > 0)
                .OrderBy(coverage => coverage.Target.Platform, StringComparer.Ordinal)
                .ThenBy(coverage => coverage.Target.Host, StringComparer.Ordinal)
                .ThenBy(coverage => coverage.Target.Key, StringComparer.Ordinal),
        ],
        ct);

    public Task RemoveAsync(IReadOnlyCollection<string> keys, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            foreach (var key in keys)
            {
                session.Execute($"DELETE FROM coverage WHERE target_key = {key}");
            }
        },
        ct);

    private static void Record(SqliteSession session, PollTarget target, CoverageInterval interval)
    {
        var (from, to) = (interval.From.ToUnixTimeSeconds(), interval.To.ToUnixTimeSeconds());
        var met = session.Query(
            $"""
            SELECT from_at, to_at FROM coverage
            WHERE target_key = {target.Key} AND platform = {target.Platform} AND host = {target.Host} AND from_at <= {to} AND to_at >= {from}
            """,
            reader => (From: reader.GetInt64(0), To: reader.GetInt64(1)));
        if (met is [var one] && one.From <= from && one.To >= to)
        {
            return;
        }

        session.Execute($"""
            DELETE FROM coverage
            WHERE target_key = {target.Key} AND platform = {target.Platform} AND host = {target.Host} AND from_at <= {to} AND to_at >= {from}
            """);
        var (first, last) = (met.Select(row => row.From).Append(from).Min(), met.Select(row => row.To).Append(to).Max());
        session.Execute($"INSERT INTO coverage VALUES ({target.Key}, {target.Platform}, {target.Host}, {first}, {last})");
    }

    private static List<(PollTarget Target, CoverageInterval Interval)> OfKey(SqliteSession session, string key) => session.Query(
        $"SELECT platform, host, from_at, to_at FROM coverage WHERE target_key = {key} ORDER BY platform, host, from_at",
        reader => (new PollTarget(reader.GetString(0), reader.GetString(1), key), new CoverageInterval(Instant(reader, 2), Instant(reader, 3))));

    private static DateTimeOffset Instant(SqliteDataReader reader, int column) => DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64(column));
}
