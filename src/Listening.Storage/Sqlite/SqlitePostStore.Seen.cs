using System.Runtime.CompilerServices;
using System.Text.Json;
using Listening.Posts;
using Listening.Stores;

namespace Listening.Storage.Sqlite;

/// <summary>Posts by where they were read, and by whom they are.</summary>
internal sealed partial class SqlitePostStore
{
    public Task<IReadOnlyList<SeenPost>> SeenByIdAsync(string platform, string host, string? fromId, string? toId, CancellationToken ct)
    {
        // One sign longer than any id: the end of every order.
        var (from, to) = (fromId ?? "", toId ?? new string('~', 256));
        return database.ReadAsync<IReadOnlyList<SeenPost>>(
            session => session.Query(
                $"""
                SELECT s.native_id, p.body, p.content_host, p.awaits FROM seen_via AS s JOIN posts AS p ON p.id = s.post_id
                WHERE s.platform = {platform} AND s.host = {host} AND p.live = 1
                    AND (length(s.native_id), s.native_id) >= ({from.Length}, {from}) AND (length(s.native_id), s.native_id) < ({to.Length}, {to})
                ORDER BY length(s.native_id), s.native_id
                """,
                reader => Seen(reader.GetString(0), PostRow.Read(reader, first: 1).ToPost())),
            ct);
    }

    public Task<IReadOnlyList<SeenPost>> SeenByTimeAsync(string platform, string host, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var range = new SqliteRange(from, to);
        return database.ReadAsync<IReadOnlyList<SeenPost>>(
            session =>
            [
                .. session.Query(
                    $"SELECT body, content_host, awaits FROM posts WHERE created_at >= {range.From} AND created_at < {range.To} AND live = 1",
                    reader => PostRow.Read(reader).ToPost())
                    .Where(post => post.Platform == platform)
                    .Select(post => (Post: post, Via: post.SeenVia.FirstOrDefault(via => via.Host == host)))
                    .Where(seen => seen.Via is not null)
                    .Select(seen => Seen(seen.Via!.NativeId, seen.Post)),
            ],
            ct);
    }

    public async Task<IReadOnlyList<Author>> AuthorsNamedAsync(IReadOnlyCollection<string> handles, CancellationToken ct)
    {
        var folded = JsonSerializer.Serialize(handles.Select(AuthorKey.Fold));
        var keys = await database.ReadAsync(
            session => session.Query(
                $"""
                SELECT DISTINCT author_key FROM posts
                WHERE live = 1 AND author_key IS NOT NULL AND lower(json_extract(body, '$.author.handle')) IN (SELECT value FROM json_each({folded}))
                """,
                reader => reader.GetString(0)),
            ct);
        return await AuthorsAsync(keys, ct);
    }

    public async IAsyncEnumerable<Post> ReadByAuthorAsync(string authorKey, [EnumeratorCancellation] CancellationToken ct)
    {
        var after = (CreatedAt: long.MinValue, PostKey: "");
        List<Post> part;
        do
        {
            part = await database.ReadAsync(
                session => session.Query(
                    $"""
                    SELECT body, content_host, awaits FROM posts
                    WHERE author_key = {authorKey} AND live = 1 AND (created_at, post_key) > ({after.CreatedAt}, {after.PostKey})
                    ORDER BY created_at, post_key LIMIT {ReadAtOnce}
                    """,
                    reader => PostRow.Read(reader).ToPost()),
                ct);
            foreach (var post in part)
            {
                after = (post.CreatedAt.ToUnixTimeMilliseconds(), post.PostKey);
                yield return post;
            }
        }
        while (part.Count == ReadAtOnce);
    }

    private static SeenPost Seen(string nativeId, Post post) => new(post.PostKey, nativeId, post.Matched);
}
