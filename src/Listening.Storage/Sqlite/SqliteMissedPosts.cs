using System.Text.Json;
using Listening.Stores;
using Microsoft.Data.Sqlite;

namespace Listening.Storage.Sqlite;

/// <summary>Votes that posts are gone, in the file.</summary>
internal sealed class SqliteMissedPosts(SqliteDatabase database) : IMissedPosts
{
    public Task NoteAsync(string platform, string host, IReadOnlyCollection<string> postKeys, DateTimeOffset at, CancellationToken ct)
    {
        var time = at.ToUnixTimeMilliseconds();
        return postKeys.Count == 0 ? Task.CompletedTask : database.WriteAsync(
            session => session.Execute($"""
                INSERT INTO missed_posts (post_key, platform, host, first_at, last_at)
                SELECT value, {platform}, {host}, {time}, {time} FROM json_each({JsonSerializer.Serialize(postKeys)}) WHERE true
                ON CONFLICT (post_key, host) DO UPDATE SET last_at = max(last_at, excluded.last_at)
                """),
            ct);
    }

    public Task ForgetAsync(IReadOnlyCollection<string> postKeys, CancellationToken ct) => postKeys.Count == 0
        ? Task.CompletedTask
        : database.WriteAsync(session => session.Execute($"DELETE FROM missed_posts WHERE post_key IN (SELECT value FROM json_each({JsonSerializer.Serialize(postKeys)}))"), ct);

    public Task<IReadOnlyList<MissedPost>> PendingAsync(string? platform, int limit, CancellationToken ct) => database.ReadAsync<IReadOnlyList<MissedPost>>(
        session => session.Query(
            $"""
            SELECT post_key, platform, host, first_at, last_at FROM missed_posts WHERE post_key IN (
                SELECT post_key FROM missed_posts WHERE platform = coalesce({platform}, platform) GROUP BY post_key ORDER BY min(first_at), post_key LIMIT {limit})
            """,
            Read),
        ct);

    public Task<IReadOnlyList<MissedPost>> OfAsync(IReadOnlyCollection<string> postKeys, CancellationToken ct) => database.ReadAsync<IReadOnlyList<MissedPost>>(
        session => session.Query(
            $"SELECT post_key, platform, host, first_at, last_at FROM missed_posts WHERE post_key IN (SELECT value FROM json_each({JsonSerializer.Serialize(postKeys)}))",
            Read),
        ct);

    private static MissedPost Read(SqliteDataReader reader) => new(
        reader.GetString(0),
        reader.GetString(1),
        reader.GetString(2),
        DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3)),
        DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(4)));
}
