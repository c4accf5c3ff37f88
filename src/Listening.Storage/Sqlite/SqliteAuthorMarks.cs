using System.Text.Json;
using Listening.Stores;

namespace Listening.Storage.Sqlite;

/// <summary>Authors' wishes in the file.</summary>
internal sealed class SqliteAuthorMarks(SqliteDatabase database) : IAuthorMarks
{
    public async Task RecordAsync(IReadOnlyList<AuthorStatement> statements, CancellationToken ct)
    {
        // Nearly every statement is known already, and asking does not wait for writers.
        var known = (await StatementsAsync([.. statements.Select(statement => statement.Author)], ct)).ToHashSet();
        var last = statements.GroupBy(statement => (statement.Author, statement.Host)).Select(group => group.Last());
        var news = last.Where(statement => !known.Contains(statement)).ToArray();
        if (news.Length > 0)
        {
            await database.WriteAsync(session => Write(session, news), ct);
        }
    }

    public Task<IReadOnlyList<AuthorStatement>> StatementsAsync(IReadOnlyCollection<string> marks, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<AuthorStatement>>(
            session => session.Query(
                $"""
                SELECT author, host, is_home, opted_out, discoverable FROM author_statements
                WHERE author IN (SELECT value FROM json_each({JsonSerializer.Serialize(marks)}))
                """,
                reader => new AuthorStatement(
                    reader.GetString(0), reader.GetString(1), reader.GetBoolean(2), reader.GetBoolean(3), reader.IsDBNull(4) ? null : reader.GetBoolean(4))),
            ct);

    private static void Write(SqliteSession session, AuthorStatement[] statements)
    {
        foreach (var statement in statements)
        {
            session.Execute($"""
                INSERT OR REPLACE INTO author_statements (author, host, is_home, opted_out, discoverable)
                VALUES ({statement.Author}, {statement.Host}, {statement.IsHome}, {statement.OptedOut}, {statement.Discoverable})
                """);
        }
    }
}
