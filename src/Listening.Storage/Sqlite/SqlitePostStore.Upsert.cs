using Listening.Posts;
using Listening.Stores;
using Microsoft.Data.Sqlite;

namespace Listening.Storage.Sqlite;

internal sealed partial class SqlitePostStore
{
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
        if (stored is null && post.IsUnwanted)
        {
            return Outcome.Unchanged; // no earlier state of it is kept
        }

        if (post.IsDeleted)
        {
            SqliteDeadLetters.Remove(session, post.PostKey);
        }

        var merged = references.Resolve((stored is null ? post : Post.Merge(stored.Post, post)).AsKept());
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
}
