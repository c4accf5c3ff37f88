using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Listening.Storage.Sqlite;

/// <summary>
/// A connection within a transaction. SQL is written as an interpolated string whose holes become parameters (see
/// <see cref="SqlText"/> for the exception); each statement is prepared once a connection.
/// </summary>
internal sealed class SqliteSession(SqliteConnection connection, SqliteTransaction transaction, Dictionary<string, SqliteCommand> prepared)
{
    /// <summary>Returns how many rows were changed.</summary>
    public int Execute(FormattableString sql) => Bound(sql).ExecuteNonQuery();

    /// <summary>Every row, read to the end before anything else happens.</summary>
    public List<T> Query<T>(FormattableString sql, Func<SqliteDataReader, T> read)
    {
        using var reader = Bound(sql).ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>The first row; default when there is none.</summary>
    public T? First<T>(FormattableString sql, Func<SqliteDataReader, T> read)
    {
        using var reader = Bound(sql).ExecuteReader();
        return reader.Read() ? read(reader) : default;
    }

    public long Number(FormattableString sql) => (long)Bound(sql).ExecuteScalar()!;

    private SqliteCommand Bound(FormattableString sql)
    {
        var arguments = sql.GetArguments();
        var text = Array.Exists(arguments, argument => argument is SqlText) ? TextOf(sql) : sql.Format;
        if (!prepared.TryGetValue(text, out var command))
        {
            command = Prepare(sql);
            prepared.Add(text, command);
        }

        command.Transaction = transaction;
        var parameter = 0;
        foreach (var argument in arguments.Where(argument => argument is not SqlText))
        {
            command.Parameters[parameter++].Value = argument ?? DBNull.Value;
        }

        return command;
    }

    private SqliteCommand Prepare(FormattableString sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = TextOf(sql);
        foreach (var (position, argument) in sql.GetArguments().Index())
        {
            if (argument is not SqlText)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = NameOf(position) });
            }
        }

        return command;
    }

    private static string TextOf(FormattableString sql) => string.Format(
        CultureInfo.InvariantCulture,
        sql.Format,
        sql.GetArguments().Select((argument, position) => argument is SqlText text ? text.Text : (object)NameOf(position)).ToArray());

    private static string NameOf(int position) => string.Create(CultureInfo.InvariantCulture, $"$p{position}");
}
