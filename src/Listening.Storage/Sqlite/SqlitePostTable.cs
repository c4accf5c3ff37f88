using Listening.Posts;
using Microsoft.Data.Sqlite;

namespace Listening.Storage.Sqlite;

/// <summary>Reads and writes posts within one transaction, and keeps every table that follows from them in step.</summary>
internal sealed class SqlitePostTable(SqliteSession session)
{
    public StoredPost? Find(string postKey) =>
        session.First($"SELECT id, body, content_host, awaits FROM posts WHERE post_key = {postKey}", Read);

    public StoredPost? Find(long id) =>
        session.First($"SELECT id, body, content_host, awaits FROM posts WHERE id = {id}", Read);

    public List<StoredPost> RepliesTo(string postKey) =>
        session.Query($"SELECT id, body, content_host, awaits FROM posts WHERE reply_to = {postKey} ORDER BY id", Read);

    /// <summary>Writes a new state of a post, or a new post where <paramref name="stored"/> is null. Null when it is stored like that already.</summary>
    public StoredPost? Write(StoredPost? stored, Post post)
    {
        var row = PostRow.Of(post);
        if (stored?.Row == row)
        {
            return null;
        }

        var id = stored is null ? Insert(post, row) : Update(stored.Id, post, row);
        WriteNativeIds(id, stored?.Post, post);
        WriteHashtags(id, stored?.Post, post);
        WriteText(id, stored?.Post, post);
        return new StoredPost(id, post, row);
    }

    /// <summary>Takes a post away as if it had never been.</summary>
    public void Remove(StoredPost stored)
    {
        Write(stored, stored.Post.ToTombstone() with { Matched = [], MatchedVia = [] });
        session.Execute($"DELETE FROM posts WHERE id = {stored.Id}");
    }

    private static StoredPost Read(SqliteDataReader reader)
    {
        var row = PostRow.Read(reader, first: 1);
        return new StoredPost(reader.GetInt64(0), row.ToPost(), row);
    }

    private long Insert(Post post, PostRow row) => session.Number($"""
        INSERT INTO posts (post_key, created_at, live, author_key, reply_to, body, content_host, awaits)
        VALUES ({post.PostKey}, {Milliseconds(post)}, {post.IsListed}, {post.Author?.Key}, {post.ReplyTo?.PostKey}, {row.Body}, {row.ContentHost}, {row.Awaits})
        RETURNING id
        """);

    private long Update(long id, Post post, PostRow row)
    {
        session.Execute($"""
            UPDATE posts SET created_at = {Milliseconds(post)}, live = {post.IsListed}, author_key = {post.Author?.Key}, reply_to = {post.ReplyTo?.PostKey},
                body = {row.Body}, content_host = {row.ContentHost}, awaits = {row.Awaits}
            WHERE id = {id}
            """);
        return id;
    }

    private void WriteNativeIds(long id, Post? before, Post after)
    {
        var (known, seen) = (NativeIds(before), NativeIds(after));
        foreach (var gone in known.Except(seen))
        {
            session.Execute($"DELETE FROM seen_via WHERE platform = {before!.Platform} AND host = {gone.Host} AND native_id = {gone.Id} AND post_id = {id}");
        }

        foreach (var added in seen.Except(known))
        {
            session.Execute($"INSERT OR IGNORE INTO seen_via VALUES ({after.Platform}, {added.Host}, {added.Id}, {id})");
        }

        var (waited, waits) = (Awaited(before), Awaited(after));
        foreach (var gone in waited.Except(waits))
        {
            session.Execute($"DELETE FROM awaited WHERE platform = {before!.Platform} AND host = {gone.Host} AND native_id = {gone.Id} AND post_id = {id}");
        }

        foreach (var added in waits.Except(waited))
        {
            session.Execute($"INSERT OR IGNORE INTO awaited VALUES ({after.Platform}, {added.Host}, {added.Id}, {id})");
        }
    }

    private void WriteHashtags(long id, Post? before, Post after)
    {
        // A row that says something else is written anew, so that whatever is counted from the rows hears of two kinds of change only.
        var (known, wanted) = (HashtagRow.Of(before), HashtagRow.Of(after));
        foreach (var gone in known.Except(wanted))
        {
            session.Execute($"DELETE FROM post_hashtags WHERE hashtag = {gone.Hashtag} AND created_at = {gone.CreatedAt} AND post_key = {after.PostKey}");
        }

        foreach (var row in wanted.Except(known))
        {
            session.Execute($"""
                INSERT INTO post_hashtags (hashtag, created_at, post_key, post_id, author_key, platform, live, searchable, is_bot, is_repost)
                VALUES ({row.Hashtag}, {row.CreatedAt}, {after.PostKey}, {id}, {row.AuthorKey}, {row.Platform}, {row.IsLive}, {row.IsSearchable}, {row.IsBot}, {row.IsRepost})
                """);
        }
    }

    private void WriteText(long id, Post? before, Post after)
    {
        var (indexed, text) = (SqlitePostText.Of(before), SqlitePostText.Of(after));
        if (indexed == text)
        {
            return;
        }

        if (indexed.Length > 0)
        {
            session.Execute($"DELETE FROM post_text WHERE rowid = {id}");
        }

        if (text.Length > 0)
        {
            session.Execute($"INSERT INTO post_text (rowid, text) VALUES ({id}, {text})");
        }
    }

    private static NativeId[] NativeIds(Post? post) => post is null ? [] : [.. post.SeenVia.Select(via => new NativeId(via.Host, via.NativeId))];

    private static NativeId[] Awaited(Post? post) => post is null ? [] :
        [.. new[] { post.ReplyTo, post.RepostOf, post.QuoteOf }.Where(reference => reference is { IsResolved: false }).SelectMany(reference => reference!.Via)];

    private static long Milliseconds(Post post) => post.CreatedAt.ToUnixTimeMilliseconds();
}
