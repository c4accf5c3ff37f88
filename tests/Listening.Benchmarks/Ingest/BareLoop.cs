using System.Diagnostics;
using Listening.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Listening.Benchmarks.Ingest;

/// <summary>
/// The limit: the very rows that the product wrote, in the same order and transactions of the same size, from memory into a new file with the
/// same tables, indexes, full text and settings, by prepared statements that ask nothing.
/// </summary>
internal sealed class BareLoop
{
    // As SqliteDatabase sets them.
    private const string Settings = "PRAGMA busy_timeout = 20000; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000; PRAGMA foreign_keys = ON";

    private readonly List<List<Row>> _transactions;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private BareLoop(List<List<Row>> transactions) => _transactions = transactions;

    public long Posts => _transactions.Sum(rows => (long)rows.Count(row => row.Table == "posts"));

    /// <summary>Takes the rows out of a file that the product wrote.</summary>
    public static BareLoop Read(string file)
    {
        using var connection = Open(file);
        List<List<Row>> transactions = [];
        var loop = new BareLoop(transactions);
        foreach (var row in loop.Rows(connection, "posts", "id"))
        {
            var id = (long)row.Values[0];
            var at = TransactionOf(id);
            while (transactions.Count <= at)
            {
                transactions.Add([]);
            }

            transactions[at].Add(row);
        }

        foreach (var table in new[] { "post_hashtags", "seen_via", "awaited" })
        {
            foreach (var row in loop.Rows(connection, table, "post_id"))
            {
                transactions[TransactionOf((long)row.Values[^1])].Add(row with { Values = row.Values[..^1] });
            }
        }

        loop.ReadTexts(connection);
        foreach (var (number, row) in loop.Rows(connection, "author_statements", "author").Index())
        {
            transactions[number % transactions.Count].Add(row);
        }

        return loop;
    }

    /// <summary>Writes them into a prepared, empty file.</summary>
    public TimeSpan Write(string file)
    {
        using var connection = Open(file);
        var commands = _columns.ToDictionary(table => table.Key, table => Prepare(connection, table.Key, table.Value), StringComparer.Ordinal);
        var watch = Stopwatch.StartNew();
        foreach (var rows in _transactions)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            foreach (var (table, values) in rows)
            {
                var command = commands[table];
                command.Transaction = transaction;
                for (var i = 0; i < values.Length; i++)
                {
                    command.Parameters[i].Value = values[i];
                }

                command.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        watch.Stop();
        foreach (var command in commands.Values)
        {
            command.Dispose();
        }

        return watch.Elapsed;
    }

    private static int TransactionOf(long postId) => (int)((postId - 1) / RecordedPages.PageSize);

    /// <summary>The rows of a table; where it is not the first column, the ordering one is repeated at the end.</summary>
    private List<Row> Rows(SqliteConnection connection, string table, string order)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT *{(order == "post_id" ? ", post_id" : "")} FROM {table} ORDER BY {order}";
        using var reader = command.ExecuteReader();
        _columns[table] = reader.FieldCount - (order == "post_id" ? 1 : 0);
        List<Row> rows = [];
        while (reader.Read())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(new Row(table, values));
        }

        return rows;
    }

    // The full-text table keeps no text, so it is made of the posts again.
    private void ReadTexts(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, body, content_host, awaits FROM posts ORDER BY id";
        using var reader = command.ExecuteReader();
        _columns["post_text (rowid, text)"] = 2;
        while (reader.Read())
        {
            if (SqlitePostText.Of(PostRow.Read(reader, first: 1).ToPost()) is { Length: > 0 } text)
            {
                _transactions[TransactionOf(reader.GetInt64(0))].Add(new Row("post_text (rowid, text)", [reader.GetInt64(0), text]));
            }
        }
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
        return connection;
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string table, int columns)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", Enumerable.Range(0, columns).Select(i => $"$p{i}"))})";
        for (var i = 0; i < columns; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" });
        }

        command.Prepare();
        return command;
    }

    private sealed record Row(string Table, object[] Values);
}
