using System.Globalization;
using Listening.Stores;
using Microsoft.Data.Sqlite;

namespace Listening.Storage.Sqlite;

/// <summary>
/// The schema: scripts that only ever append, one file each in <c>Migrations/</c>, run in the order of their names. The file's
/// <c>user_version</c> says how many it has seen.
/// </summary>
internal static class SqliteMigrations
{
    // "LISN": tells our files from other programs' SQLite files.
    private const long ApplicationId = 0x4C49534E;

    public static IReadOnlyList<string> All { get; } = Load();

    /// <summary>Runs what is missing, all or nothing; a second process that does the same waits and then finds nothing to do.</summary>
    public static int Apply(Func<SqliteConnection> open, string path, IReadOnlyList<string> scripts)
    {
        using var connection = open();
        Refuse(connection, path, scripts.Count);
        UseWriteAheadLog(connection);
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = Refuse(connection, path, scripts.Count);
        foreach (var script in scripts.Skip(version))
        {
            Execute(connection, script);
        }

        if (version < scripts.Count)
        {
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {scripts.Count};"));
        }

        transaction.Commit();
        return scripts.Count - version;
    }

    private static int Refuse(SqliteConnection connection, string path, int known)
    {
        var version = Number(connection, "PRAGMA user_version");
        if (Number(connection, "PRAGMA application_id") != ApplicationId && (version != 0 || Number(connection, "SELECT count(*) FROM sqlite_schema") != 0))
        {
            throw new StoreUnavailableException(
                $"The file '{path}' is not a data file of Listening: choose another folder with --data, or move the file away.");
        }

        return version <= known ? (int)version : throw new StoreUnavailableException(string.Create(
            CultureInfo.InvariantCulture,
            $"The data file '{path}' was written by a newer version of Listening (schema {version}, this version knows {known}): update Listening, or choose another folder with --data."));
    }

    // The mode is kept in the file; changing it needs the file for itself, so it is left alone once it is right.
    private static void UseWriteAheadLog(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        if ((string)command.ExecuteScalar()! != "wal")
        {
            Execute(connection, "PRAGMA journal_mode = WAL");
        }
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string[] Load()
    {
        var assembly = typeof(SqliteMigrations).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read)];

        string Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }
}
