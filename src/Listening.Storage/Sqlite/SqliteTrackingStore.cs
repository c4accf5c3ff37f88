using System.Text.Json;
using Listening.Posts;
using Listening.Stores;
using Listening.Tracking;
using Microsoft.Data.Sqlite;

namespace Listening.Storage.Sqlite;

/// <summary>Hashtags, health and counts in the file; small tables that hold the records as JSON.</summary>
internal sealed partial class SqliteTrackingStore(SqliteDatabase database) : ITrackingStore
{
    public Task<IReadOnlyList<TrackedHashtag>> HashtagsAsync(CancellationToken ct) => database.ReadAsync<IReadOnlyList<TrackedHashtag>>(
        session => session.Query($"SELECT body FROM hashtags ORDER BY hashtag", Read<TrackedHashtag>), ct);

    public Task<bool> AddHashtagAsync(TrackedHashtag hashtag, CancellationToken ct) => database.WriteAsync(
        session => session.Execute($"INSERT INTO hashtags VALUES ({hashtag.Hashtag}, {Json(hashtag)}) ON CONFLICT DO NOTHING") == 1, ct);

    public Task<bool> UpdateHashtagAsync(TrackedHashtag hashtag, CancellationToken ct) => database.WriteAsync(
        session => session.Execute($"UPDATE hashtags SET body = {Json(hashtag)} WHERE hashtag = {hashtag.Hashtag}") == 1, ct);

    public Task<bool> RemoveHashtagAsync(string hashtag, CancellationToken ct) => database.WriteAsync(
        session => session.Execute($"DELETE FROM hashtags WHERE hashtag = {hashtag}") == 1, ct);

    public Task<IReadOnlyList<SourceHealth>> HealthAsync(CancellationToken ct) => database.ReadAsync<IReadOnlyList<SourceHealth>>(
        session => session.Query($"SELECT body FROM source_health ORDER BY platform, host", Read<SourceHealth>), ct);

    public Task SaveHealthAsync(SourceHealth health, CancellationToken ct) => database.WriteAsync(
        session => session.Execute($"INSERT OR REPLACE INTO source_health VALUES ({health.Platform}, {health.Host}, {Json(health)})"), ct);

    public Task CountWithheldAsync(WithheldCounts counts, CancellationToken ct) => counts.Total == 0 ? Task.CompletedTask : database.WriteAsync(
        session => session.Execute($"""
            UPDATE withheld SET opt_out = opt_out + {counts.OptOut}, not_public = not_public + {counts.NotPublic},
                not_indexable = not_indexable + {counts.NotIndexable}, not_discoverable = not_discoverable + {counts.NotDiscoverable}, bots = bots + {counts.Bots}
            """),
        ct);

    public Task<WithheldCounts> WithheldAsync(CancellationToken ct) => database.ReadAsync(
        session => session.First(
            $"SELECT opt_out, not_public, not_indexable, not_discoverable, bots FROM withheld",
            reader => new WithheldCounts(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4)))!,
        ct);

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, ListeningJson.Options);

    private static T Read<T>(SqliteDataReader reader) => JsonSerializer.Deserialize<T>(reader.GetString(0), ListeningJson.Options)!;
}
