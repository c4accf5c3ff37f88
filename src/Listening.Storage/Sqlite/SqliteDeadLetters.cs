using System.Text.Json;
using Listening.Posts;
using Listening.Stores;

namespace Listening.Storage.Sqlite;

/// <summary>Refused posts in the file.</summary>
internal sealed class SqliteDeadLetters(SqliteDatabase database) : IDeadLetters
{
    public Task<long> CountAsync(CancellationToken ct) => database.ReadAsync(session => session.Number($"SELECT count(*) FROM dead_letters"), ct);

    public Task<IReadOnlyList<DeadLetter>> ListAsync(CancellationToken ct) => database.ReadAsync<IReadOnlyList<DeadLetter>>(
        session => session.Query(
            $"SELECT reason, at, version, body, content_host, awaits FROM dead_letters",
            reader => new DeadLetter(PostRow.Read(reader, first: 3).ToPost(), reader.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1)), reader.GetString(2))),
        ct);

    public Task<bool> RemoveAsync(DeadLetter letter, CancellationToken ct) => database.WriteAsync(
        session => session.Execute($"DELETE FROM dead_letters WHERE post_key = {letter.Post.PostKey} AND version = {letter.Version}") > 0, ct);

    public static void Keep(SqliteSession session, Post post, string reason, DateTimeOffset at)
    {
        var row = PostRow.Of(post);
        session.Execute($"""
            INSERT OR REPLACE INTO dead_letters (post_key, author_key, reason, at, version, body, content_host, awaits)
            VALUES ({post.PostKey}, {post.Author?.Key}, {reason}, {at.ToUnixTimeMilliseconds()}, {Guid.NewGuid().ToString("N")}, {row.Body}, {row.ContentHost}, {row.Awaits})
            """);
    }

    public static void Remove(SqliteSession session, string postKey) => session.Execute($"DELETE FROM dead_letters WHERE post_key = {postKey}");

    /// <summary>Letters of these authors; writes only where there are some, for it is asked at every look at whoever opted out.</summary>
    public async Task EraseAuthorsAsync(IReadOnlyCollection<string> authorKeys, CancellationToken ct)
    {
        if (await CountAsync(ct) > 0)
        {
            await database.WriteAsync(session => session.Execute($"DELETE FROM dead_letters WHERE author_key IN (SELECT value FROM json_each({JsonSerializer.Serialize(authorKeys)}))"), ct);
        }
    }

    /// <summary>Letters that carry no other followed hashtag.</summary>
    public Task EraseHashtagAsync(string hashtag, CancellationToken ct) => database.WriteAsync(
        session => session.Execute($"DELETE FROM dead_letters WHERE json_array_length(body, '$.matched') = 1 AND json_extract(body, '$.matched[0]') = {hashtag}"), ct);
}
