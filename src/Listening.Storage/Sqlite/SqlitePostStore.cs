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

    public async IAsyncEnumerable<Post> ReadAsync(
        string hashtag, DateTimeOffset? from, DateTimeOffset? to, bool tombstones, [EnumeratorCancellation] CancellationToken ct)
    {
        var range = new SqliteRange(from, to);
        await foreach (var post in InPartsAsync((session, time, key) => Part(session, hashtag, range, tombstones, time, key), range.From, "", ct))
        {
            if (post.IsListed || post.IsDeleted)
            {
                yield return post;
            }
        }
    }

    public IAsyncEnumerable<Post> AllAsync(PostCursor? after, CancellationToken ct) =>
        InPartsAsync(PartOfAll, after?.CreatedAt.ToUnixTimeMilliseconds() ?? long.MinValue, after?.PostKey ?? "", ct);

    // In parts, each in a short transaction: a slow reader must not keep the write-ahead log from being emptied.
    private async IAsyncEnumerable<Post> InPartsAsync(Func<SqliteSession, long, string, List<PostRow>> part, long time, string key, [EnumeratorCancellation] CancellationToken ct)
    {
        List<PostRow> rows;
        do
        {
            var after = (Time: time, Key: key);
            rows = await database.ReadAsync(session => part(session, after.Time, after.Key), ct);
            foreach (var post in rows.Select(row => row.ToPost()))
            {
                (time, key) = (post.CreatedAt.ToUnixTimeMilliseconds(), post.PostKey);
                yield return post;
            }
        }
        while (rows.Count == ReadAtOnce);
    }

    private static List<PostRow> Part(SqliteSession session, string hashtag, SqliteRange range, bool tombstones, long afterTime, string afterKey) => session.Query(
        $"""
        SELECT p.body, p.content_host, p.awaits FROM post_hashtags AS h JOIN posts AS p ON p.id = h.post_id
        WHERE h.hashtag = {hashtag} AND h.created_at < {range.To} AND (h.created_at, h.post_key) > ({afterTime}, {afterKey}) AND (h.live = 1 OR {tombstones})
        ORDER BY h.created_at, h.post_key LIMIT {ReadAtOnce}
        """,
        reader => PostRow.Read(reader));

    private static List<PostRow> PartOfAll(SqliteSession session, long afterTime, string afterKey) => session.Query(
        $"""
        SELECT body, content_host, awaits FROM posts WHERE (created_at, post_key) > ({afterTime}, {afterKey}) ORDER BY created_at, post_key LIMIT {ReadAtOnce}
        """,
        reader => PostRow.Read(reader));
}
