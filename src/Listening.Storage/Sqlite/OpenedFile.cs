using Microsoft.Data.Sqlite;

namespace Listening.Storage.Sqlite;

/// <summary>An open connection with every statement that was prepared on it; used by one transaction after the other.</summary>
internal sealed class OpenedFile(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    /// <summary>Runs work within a transaction, which is undone when it throws.</summary>
    public T Run<T>(Func<SqliteSession, T> work, bool isWriting)
    {
        using var transaction = connection.BeginTransaction(deferred: !isWriting);
        var result = work(new SqliteSession(connection, transaction, _prepared));
        if (isWriting)
        {
            transaction.Commit();
        }

        return result;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
    }
}
