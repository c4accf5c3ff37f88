using Listening.Stores;

namespace Listening.Storage.Sqlite;

internal sealed partial class SqlitePostStore
{
    public Task<IReadOnlyList<VolumeCount>> VolumeAsync(string hashtag, IReadOnlyList<DateTimeOffset> edges, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<VolumeCount>>(
            session => [.. Intervals(edges).Select(range => session.First(
                $"""
                SELECT count(*), count(*) FILTER (WHERE is_bot = 0 AND author_key IS NOT NULL AND (previous_at IS NULL OR previous_at < {range.From}))
                FROM post_hashtags WHERE hashtag = {hashtag} AND created_at >= {range.From} AND created_at < {range.To} AND live = 1
                """,
                reader => new VolumeCount(reader.GetInt64(0), reader.GetInt64(1)))!)],
            ct);

    public Task<IReadOnlyList<AuthorDay>> AuthorDaysAsync(string hashtag, IReadOnlyList<DateTimeOffset> edges, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<AuthorDay>>(
            session => [.. Intervals(edges).SelectMany((range, index) => session.Query(
                $"""
                SELECT author_key, count(*) FILTER (WHERE is_repost = 0), count(*) FILTER (WHERE is_repost = 1),
                    coalesce(min(created_at) FILTER (WHERE is_repost = 0), min(created_at)),
                    coalesce(max(created_at) FILTER (WHERE is_repost = 0), max(created_at))
                FROM post_hashtags
                WHERE hashtag = {hashtag} AND created_at >= {range.From} AND created_at < {range.To} AND live = 1 AND author_key IS NOT NULL
                GROUP BY author_key
                """,
                reader => new AuthorDay(
                    reader.GetString(0), index, reader.GetInt32(1), reader.GetInt32(2),
                    DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3)), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(4)))))],
            ct);

    private static IEnumerable<SqliteRange> Intervals(IReadOnlyList<DateTimeOffset> edges) =>
        edges.Zip(edges.Skip(1), (from, to) => new SqliteRange(from, to));
}
