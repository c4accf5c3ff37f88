using System.Text.Json;
using Listening.Stores;
using Microsoft.Data.Sqlite;

namespace Listening.Storage.Sqlite;

/// <summary>Authors' wishes, and what the user decided about authors, in the file.</summary>
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
                SELECT author, host, is_home, opted_out, discoverable, indexable, is_bot FROM author_statements
                WHERE author IN (SELECT value FROM json_each({JsonSerializer.Serialize(marks)}))
                """,
                reader => new AuthorStatement(
                    reader.GetString(0), reader.GetString(1), reader.GetBoolean(2), reader.GetBoolean(3), Flag(reader, 4), Flag(reader, 5), Flag(reader, 6))),
            ct);

    public Task ForgetAsync(string authorKey, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            if (Salt(session) is not { } salt)
            {
                salt = AuthorSalt.Create();
                session.Execute($"INSERT INTO author_salt (salt) VALUES ({salt})");
            }

            session.Execute($"INSERT OR IGNORE INTO forgotten_authors (mark) VALUES ({AuthorSalt.Mark(salt, authorKey)})");
        },
        ct);

    public Task<IReadOnlySet<string>> ForgottenAsync(IReadOnlyCollection<string> authorKeys, CancellationToken ct) => database.ReadAsync<IReadOnlySet<string>>(
        session =>
        {
            if (Salt(session) is not { } salt)
            {
                return new HashSet<string>();
            }

            var keyOfMark = authorKeys.Distinct(StringComparer.Ordinal).ToDictionary(key => AuthorSalt.Mark(salt, key), StringComparer.Ordinal);
            return session
                .Query(
                    $"SELECT mark FROM forgotten_authors WHERE mark IN (SELECT value FROM json_each({JsonSerializer.Serialize(keyOfMark.Keys)}))",
                    reader => keyOfMark[reader.GetString(0)])
                .ToHashSet(StringComparer.Ordinal);
        },
        ct);

    public Task SetMutedAsync(string authorKey, bool isMuted, CancellationToken ct) => database.WriteAsync(
        session => session.Execute(isMuted
            ? $"INSERT OR IGNORE INTO muted_authors (author_key) VALUES ({authorKey})"
            : (FormattableString)$"DELETE FROM muted_authors WHERE author_key = {authorKey}"),
        ct);

    public Task<IReadOnlySet<string>> MutedAsync(CancellationToken ct) => database.ReadAsync<IReadOnlySet<string>>(
        session => session.Query($"SELECT author_key FROM muted_authors", reader => reader.GetString(0)).ToHashSet(StringComparer.Ordinal), ct);

    private static string? Salt(SqliteSession session) => session.First($"SELECT salt FROM author_salt", reader => reader.GetString(0));

    private static bool? Flag(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetBoolean(column);

    private static void Write(SqliteSession session, AuthorStatement[] statements)
    {
        foreach (var statement in statements)
        {
            session.Execute($"""
                INSERT OR REPLACE INTO author_statements (author, host, is_home, opted_out, discoverable, indexable, is_bot)
                VALUES ({statement.Author}, {statement.Host}, {statement.IsHome}, {statement.OptedOut}, {statement.Discoverable}, {statement.Indexable}, {statement.IsBot})
                """);
        }
    }
}
