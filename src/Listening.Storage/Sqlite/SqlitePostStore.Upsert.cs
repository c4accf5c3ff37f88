using System.Text.Json;
using Listening.Posts;
using Listening.Stores;
using Microsoft.Data.Sqlite;

namespace Listening.Storage.Sqlite;

internal sealed partial class SqlitePostStore
{
    // Erasing in parts lets other writers in between.
    private const int EraseAtOnce = 500;

    private readonly SqliteDeadLetters _deadLetters = new(database);

    private enum Outcome
    {
        Unchanged,
        Updated,
        Stored,
    }

    public async Task<UpsertOutcome> UpsertAsync(IReadOnlyList<Post> posts, CancellationToken ct)
    {
        try
        {
            return posts.Count == 0 ? UpsertOutcome.None : await database.WriteAsync(session => Upsert(session, posts, ct), ct);
        }
        catch (SqliteException e) when (SqliteErrors.IsRefusal(e))
        {
            return await UpsertOneByOneAsync(posts, ct);
        }
    }

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
        while (await database.WriteAsync(session => ErasePart(session, hashtag), ct) == EraseAtOnce)
        {
            ct.ThrowIfCancellationRequested();
        }

        await _deadLetters.EraseHashtagAsync(hashtag, ct);
    }

    public async Task<long> EraseAuthorsAsync(IReadOnlyCollection<string> authorKeys, CancellationToken ct)
    {
        var authors = JsonSerializer.Serialize(authorKeys);
        var isThere = await database.ReadAsync(
            session => session.Number($"SELECT EXISTS (SELECT 1 FROM posts WHERE author_key IN (SELECT value FROM json_each({authors})))"), ct);
        var erased = 0L;
        for (var part = isThere == 0 ? 0 : EraseAtOnce; part == EraseAtOnce; erased += part)
        {
            part = await database.WriteAsync(session => EraseAuthorsPart(session, authors), ct);
        }

        await _deadLetters.EraseAuthorsAsync(authorKeys, ct);
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

    // A batch that the file refused was undone as a whole: each post for itself, and those that are refused again are put aside.
    private async Task<UpsertOutcome> UpsertOneByOneAsync(IReadOnlyList<Post> posts, CancellationToken ct)
    {
        var outcome = UpsertOutcome.None;
        foreach (var copies in posts.GroupBy(post => post.PostKey, StringComparer.Ordinal))
        {
            try
            {
                outcome = outcome.Plus(await database.WriteAsync(session => Upsert(session, [.. copies], ct), ct));
            }
            catch (SqliteException e) when (SqliteErrors.IsRefusal(e))
            {
                await database.WriteAsync(session => SqliteDeadLetters.Keep(session, copies.Aggregate(Post.Merge), e.Message, time.GetUtcNow()), ct);
                outcome = outcome.Plus(new UpsertOutcome(0, 0, 1));
            }
        }

        return outcome;
    }

    private UpsertOutcome Upsert(SqliteSession session, IReadOnlyList<Post> posts, CancellationToken ct)
    {
        var table = new SqlitePostTable(session);
        var references = new SqliteReferences(session, table);
        var outcomes = new Dictionary<string, Outcome>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            ct.ThrowIfCancellationRequested();
            var outcome = Upsert(session, table, references, post);
            outcomes[post.PostKey] = outcomes.TryGetValue(post.PostKey, out var earlier) && earlier > outcome ? earlier : outcome;
        }

        return new UpsertOutcome(Count(Outcome.Stored), Count(Outcome.Updated), Count(Outcome.Unchanged));

        int Count(Outcome outcome) => outcomes.Values.Count(value => value == outcome);
    }

    private Outcome Upsert(SqliteSession session, SqlitePostTable table, SqliteReferences references, Post post)
    {
        var stored = table.Find(post.PostKey);
        var merged = references.Resolve(stored is null ? post : Post.Merge(stored.Post, post));
        if (post.IsDeleted)
        {
            SqliteDeadLetters.Remove(session, post.PostKey);
        }

        if (SqliteLimits.Refusal(merged) is { } reason)
        {
            SqliteDeadLetters.Keep(session, merged, reason, time.GetUtcNow());
            return Outcome.Unchanged;
        }

        if (table.Write(stored, merged) is not { } written)
        {
            return Outcome.Unchanged;
        }

        references.Settle(stored, written);
        return stored is null ? Outcome.Stored : Outcome.Updated;
    }

    private static int ErasePart(SqliteSession session, string hashtag)
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
