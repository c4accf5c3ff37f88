using System.Runtime.CompilerServices;
using System.Text.Json;
using Listening.Stores;
using Microsoft.Data.Sqlite;

namespace Listening.Storage.Sqlite;

/// <summary>Authors' wishes, and what the user decided about authors, in the file.</summary>
internal sealed class SqliteAuthorMarks(SqliteDatabase database) : IAuthorMarks
{
    private const int ReadAtOnce = 1000;

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
                Statement),
            ct);

    public async IAsyncEnumerable<AuthorStatement> AllStatementsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var (author, host) = ("", "");
        List<AuthorStatement> part;
        do
        {
            part = await database.ReadAsync(
                session => session.Query(
                    $"""
                    SELECT author, host, is_home, opted_out, discoverable, indexable, is_bot FROM author_statements
                    WHERE (author, host) > ({author}, {host}) ORDER BY author, host LIMIT {ReadAtOnce}
                    """,
                    Statement),
                ct);
            foreach (var statement in part)
            {
                (author, host) = (statement.Author, statement.Host);
                yield return statement;
            }
        }
        while (part.Count == ReadAtOnce);
    }

    public Task ForgetAsync(string authorKey, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            if (Salts(session) is not [var salt, ..])
            {
                salt = AuthorSalt.Create();
                session.Execute($"INSERT INTO author_salts (salt) VALUES ({salt})");
            }

            session.Execute($"INSERT OR IGNORE INTO forgotten_authors (salt, mark) VALUES ({salt}, {AuthorSalt.Mark(salt, authorKey)})");
        },
        ct);

    public Task<IReadOnlySet<string>> ForgottenAsync(IReadOnlyCollection<string> authorKeys, CancellationToken ct) => database.ReadAsync<IReadOnlySet<string>>(
        session =>
        {
            var authors = authorKeys.Distinct(StringComparer.Ordinal).ToArray();
            var keyOfMark = Salts(session).SelectMany(salt => authors.Select(key => (Mark: AuthorSalt.Mark(salt, key), Key: key))).ToDictionary(StringComparer.Ordinal);
            return session
                .Query(
                    $"SELECT mark FROM forgotten_authors WHERE mark IN (SELECT value FROM json_each({JsonSerializer.Serialize(keyOfMark.Keys)}))",
                    reader => keyOfMark[reader.GetString(0)])
                .ToHashSet(StringComparer.Ordinal);
        },
        ct);

    public Task<IReadOnlyList<ForgottenAuthors>> AllForgottenAsync(CancellationToken ct) => database.ReadAsync<IReadOnlyList<ForgottenAuthors>>(
        session => [.. session
            .Query($"SELECT salt, mark FROM forgotten_authors ORDER BY salt, mark", reader => (Salt: reader.GetString(0), Mark: reader.GetString(1)))
            .GroupBy(row => row.Salt, row => row.Mark)
            .Select(group => new ForgottenAuthors(group.Key, [.. group]))],
        ct);

    public Task RememberAsync(ForgottenAuthors forgotten, CancellationToken ct) => database.WriteAsync(
        session =>
        {
            session.Execute($"INSERT OR IGNORE INTO author_salts (salt) VALUES ({forgotten.Salt})");
            session.Execute($"INSERT OR IGNORE INTO forgotten_authors (salt, mark) SELECT {forgotten.Salt}, value FROM json_each({JsonSerializer.Serialize(forgotten.Marks)})");
        },
        ct);

    public Task SetMutedAsync(string authorKey, bool isMuted, CancellationToken ct) => database.WriteAsync(
        session => session.Execute(isMuted
            ? $"INSERT OR IGNORE INTO muted_authors (author_key) VALUES ({authorKey})"
            : (FormattableString)$"DELETE FROM muted_authors WHERE author_key = {authorKey}"),
        ct);

    public Task<IReadOnlySet<string>> MutedAsync(CancellationToken ct) => database.ReadAsync<IReadOnlySet<string>>(
        session => session.Query($"SELECT author_key FROM muted_authors", reader => reader.GetString(0)).ToHashSet(StringComparer.Ordinal), ct);

    private static List<string> Salts(SqliteSession session) => session.Query($"SELECT salt FROM author_salts ORDER BY rowid", reader => reader.GetString(0));

    private static AuthorStatement Statement(SqliteDataReader reader) => new(
        reader.GetString(0), reader.GetString(1), reader.GetBoolean(2), reader.GetBoolean(3), Flag(reader, 4), Flag(reader, 5), Flag(reader, 6));

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
