using System.Runtime.CompilerServices;
using System.Text.Json;
using Listening.Posts;
using Listening.Stores;

namespace Listening.Storage.Sqlite;

/// <summary>Posts in the file: single posts, authors, and reading everything.</summary>
internal sealed partial class SqlitePostStore(SqliteDatabase database, TimeProvider time) : IPostStore
{
    private const int ReadAtOnce = 500;

    public Task<IReadOnlyList<Post>> GetAsync(IReadOnlyCollection<string> postKeys, CancellationToken ct) => database.ReadAsync<IReadOnlyList<Post>>(
        session => session.Query(
            $"SELECT body, content_host, awaits FROM posts WHERE post_key IN (SELECT value FROM json_each({JsonSerializer.Serialize(postKeys)}))",
            reader => PostRow.Read(reader).ToPost()),
        ct);

    public Task<IReadOnlyList<Author>> AuthorsAsync(IReadOnlyCollection<string> authorKeys, CancellationToken ct) => database.ReadAsync<IReadOnlyList<Author>>(
        session => session.Query(
            $"""
            SELECT p.body, p.content_host, p.awaits
            FROM (SELECT DISTINCT value FROM json_each({JsonSerializer.Serialize(authorKeys)})) AS wanted
            JOIN posts AS p ON p.id = (
                SELECT id FROM posts WHERE author_key = wanted.value AND live = 1 ORDER BY created_at DESC, post_key DESC LIMIT 1)
            """,
            reader => PostRow.Read(reader).ToPost().Author!),
        ct);

    // In parts, each in a short transaction: a slow reader must not keep the write-ahead log from being emptied.
    public async IAsyncEnumerable<Post> ReadAsync(
        string? hashtag, DateTimeOffset? from, DateTimeOffset? to, bool tombstones, [EnumeratorCancellation] CancellationToken ct)
    {
        var range = new SqliteRange(from, to);
        var after = (CreatedAt: range.From, PostKey: "");
        List<PostRow> rows;
        do
        {
            rows = await database.ReadAsync(session => Part(session, hashtag, range, tombstones, after.CreatedAt, after.PostKey), ct);
            foreach (var post in rows.Select(row => row.ToPost()))
            {
                after = (post.CreatedAt.ToUnixTimeMilliseconds(), post.PostKey);
                if (post.IsListed || post.IsDeleted)
                {
                    yield return post;
                }
            }
        }
        while (rows.Count == ReadAtOnce);
    }

    private static List<PostRow> Part(SqliteSession session, string? hashtag, SqliteRange range, bool tombstones, long afterTime, string afterKey) => session.Query(
        hashtag is null
            ? $"""
                SELECT body, content_host, awaits FROM posts
                WHERE created_at < {range.To} AND (created_at, post_key) > ({afterTime}, {afterKey}) AND (live = 1 OR {tombstones})
                ORDER BY created_at, post_key LIMIT {ReadAtOnce}
                """
            : (FormattableString)$"""
                SELECT p.body, p.content_host, p.awaits FROM post_hashtags AS h JOIN posts AS p ON p.id = h.post_id
                WHERE h.hashtag = {hashtag} AND h.created_at < {range.To} AND (h.created_at, h.post_key) > ({afterTime}, {afterKey}) AND (h.live = 1 OR {tombstones})
                ORDER BY h.created_at, h.post_key LIMIT {ReadAtOnce}
                """,
        reader => PostRow.Read(reader));
}
