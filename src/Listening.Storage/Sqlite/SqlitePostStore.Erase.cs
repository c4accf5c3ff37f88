using System.Text.Json;

namespace Listening.Storage.Sqlite;

internal sealed partial class SqlitePostStore
{
    // Erasing in parts lets other writers in between.
    private const int EraseAtOnce = 500;

    public Task DeleteAsync(IReadOnlyCollection<string> postKeys, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            var table = new SqlitePostTable(session);
            foreach (var stored in postKeys.Select(key => table.Find(key)).OfType<StoredPost>())
            {
                ct.ThrowIfCancellationRequested();
                table.Write(stored, stored.Post.IsDeleted ? stored.Post : stored.Post.ToTombstone());
            }

            foreach (var key in postKeys)
            {
                SqliteDeadLetters.Remove(session, key);
            }
        },
        ct);

    public async Task EraseHashtagAsync(string hashtag, CancellationToken ct)
    {
        await ErasePartsAsync(session => EraseHashtagPart(session, hashtag), ct);
        await _deadLetters.EraseHashtagAsync(hashtag, ct);
    }

    public async Task<long> EraseAuthorsAsync(IReadOnlyCollection<string> authorKeys, CancellationToken ct)
    {
        // Asking does not wait for writers, and at most looks nothing of the author is left.
        var authors = JsonSerializer.Serialize(authorKeys);
        var isThere = await database.ReadAsync(
            session => session.Number($"SELECT EXISTS (SELECT 1 FROM posts WHERE author_key IN (SELECT value FROM json_each({authors})))"), ct);
        var erased = isThere == 0 ? 0 : await ErasePartsAsync(session => EraseAuthorsPart(session, authors), ct);
        await _deadLetters.EraseAuthorsAsync(authorKeys, ct);
        return erased;
    }

    private async Task<long> ErasePartsAsync(Func<SqliteSession, int> erasePart, CancellationToken ct)
    {
        var erased = 0L;
        int part;
        do
        {
            ct.ThrowIfCancellationRequested();
            part = await database.WriteAsync(erasePart, ct);
            erased += part;
        }
        while (part == EraseAtOnce);

        return erased;
    }

    private static int EraseAuthorsPart(SqliteSession session, string authors)
    {
        var table = new SqlitePostTable(session);
        var ids = session.Query(
            $"SELECT id FROM posts WHERE author_key IN (SELECT value FROM json_each({authors})) LIMIT {EraseAtOnce}", reader => reader.GetInt64(0));
        foreach (var stored in ids.Select(table.Find).OfType<StoredPost>())
        {
            table.Remove(stored);
        }

        return ids.Count;
    }

    private static int EraseHashtagPart(SqliteSession session, string hashtag)
    {
        var table = new SqlitePostTable(session);
        var rows = session.Query(
            $"SELECT post_id, created_at, post_key FROM post_hashtags WHERE hashtag = {hashtag} LIMIT {EraseAtOnce}",
            reader => (Id: reader.GetInt64(0), CreatedAt: reader.GetInt64(1), PostKey: reader.GetString(2)));
        foreach (var row in rows)
        {
            if (table.Find(row.Id) is { } stored)
            {
                Erase(table, stored, hashtag);
            }

            session.Execute($"DELETE FROM post_hashtags WHERE hashtag = {hashtag} AND created_at = {row.CreatedAt} AND post_key = {row.PostKey}");
        }

        return rows.Count;
    }

    private static void Erase(SqlitePostTable table, StoredPost stored, string hashtag)
    {
        var left = stored.Post.Matched.Zip(stored.Post.MatchedVia).Where(pair => pair.First != hashtag).ToArray();
        if (left.Length == 0)
        {
            table.Remove(stored);
            return;
        }

        table.Write(stored, stored.Post with { Matched = [.. left.Select(pair => pair.First)], MatchedVia = [.. left.Select(pair => pair.Second)] });
    }
}
