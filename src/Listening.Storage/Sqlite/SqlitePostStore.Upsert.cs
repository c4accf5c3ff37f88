using Listening.Posts;
using Listening.Stores;

namespace Listening.Storage.Sqlite;

internal sealed partial class SqlitePostStore
{
    private enum Outcome
    {
        Unchanged,
        Updated,
        Stored,
    }

    public async Task<UpsertOutcome> UpsertAsync(IReadOnlyList<Post> posts, CancellationToken ct) =>
        posts.Count == 0 ? UpsertOutcome.None : await database.WriteAsync(session => Upsert(session, posts, ct), ct);

    private static UpsertOutcome Upsert(SqliteSession session, IReadOnlyList<Post> posts, CancellationToken ct)
    {
        var table = new SqlitePostTable(session);
        var references = new SqliteReferences(session, table);
        var outcomes = new Dictionary<string, Outcome>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            ct.ThrowIfCancellationRequested();
            var outcome = Upsert(table, references, post);
            outcomes[post.PostKey] = outcomes.TryGetValue(post.PostKey, out var earlier) && earlier > outcome ? earlier : outcome;
        }

        return new UpsertOutcome(Count(Outcome.Stored), Count(Outcome.Updated), Count(Outcome.Unchanged));

        int Count(Outcome outcome) => outcomes.Values.Count(value => value == outcome);
    }

    private static Outcome Upsert(SqlitePostTable table, SqliteReferences references, Post post)
    {
        var stored = table.Find(post.PostKey);
        if (stored is null && post is { IsDeleted: false, Matched: [] })
        {
            return Outcome.Unchanged; // nobody follows what it carries, and no earlier state of it is kept
        }

        var merged = references.Resolve((stored is null ? post : Post.Merge(stored.Post, post)).AsKept());
        if (table.Write(stored, merged) is not { } written)
        {
            return Outcome.Unchanged;
        }

        references.Settle(stored, written);
        return stored is null ? Outcome.Stored : Outcome.Updated;
    }
}
