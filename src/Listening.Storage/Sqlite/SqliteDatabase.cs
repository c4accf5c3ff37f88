using System.Collections.Concurrent;
using Listening.Stores;
using Microsoft.Data.Sqlite;

namespace Listening.Storage.Sqlite;

/// <summary>
/// The one file. Every operation has a connection of its own, kept for later ones with what was prepared on it; other processes (commands
/// beside a running worker) are met half-way. Writes begin with BEGIN IMMEDIATE and wait for each other.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    // FULL, not NORMAL: a commit is on the disk before anybody is told. NORMAL would keep the file whole after a power cut, but it may forget
    // the last commits, and an alert that was sent or an opt-out that was answered must not be forgotten. It costs one fsync a batch.
    private const string Settings = """
        PRAGMA busy_timeout = 20000;
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -16000;
        """;

    // Each holds up to 16 MB of the file, and hardly ever are more at work.
    private const int MostIdle = 2;

    private readonly SemaphoreSlim _writing = new(1);
    private readonly ConcurrentStack<OpenedFile> _idle = [];
    private readonly string _existing;
    private readonly string _created;
    private volatile bool _isDisposed;

    public SqliteDatabase(string path)
    {
        Path = path;
        _existing = ConnectionString(SqliteOpenMode.ReadWrite);
        _created = ConnectionString(SqliteOpenMode.ReadWriteCreate);
    }

    public string Path { get; }

    /// <summary>Runs questions that see one state of the file.</summary>
    public Task<T> ReadAsync<T>(Func<SqliteSession, T> work, CancellationToken ct) =>
        Task.Run(() => Translated(() => Run(work, isWriting: false)), ct);

    /// <summary>Runs changes that happen together or not at all.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken ct)
    {
        // SQLite waits by sleeping; within one process a queue is fairer and quicker.
        await _writing.WaitAsync(ct);
        try
        {
            return await Task.Run(() => Translated(() => Run(work, isWriting: true)), ct);
        }
        finally
        {
            _writing.Release();
        }
    }

    public Task WriteAsync(Action<SqliteSession> work, CancellationToken ct) => WriteAsync(
        session =>
        {
            work(session);
            return true;
        },
        ct);

    /// <summary>Creates the folder and the file where they are missing and brings the schema up to date.</summary>
    public async Task PrepareAsync(CancellationToken ct)
    {
        await _writing.WaitAsync(ct);
        try
        {
            await Task.Run(() => Translated(() => SqliteMigrations.Apply(CreateAndOpen, Path, SqliteMigrations.All)), ct);
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        while (_idle.TryPop(out var file))
        {
            file.Dispose();
        }

        _writing.Dispose();
    }

    // What failed may have left its connection in any state, so only a good end keeps it for the next.
    private T Run<T>(Func<SqliteSession, T> work, bool isWriting)
    {
        var file = _idle.TryPop(out var idle) ? idle : new OpenedFile(Open(_existing));
        T result;
        try
        {
            result = file.Run(work, isWriting);
        }
        catch
        {
            file.Dispose();
            throw;
        }

        if (_isDisposed || _idle.Count >= MostIdle)
        {
            file.Dispose();
        }
        else
        {
            _idle.Push(file);
        }

        return result;
    }

    private SqliteConnection CreateAndOpen()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        return Open(_created);
    }

    private static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private string ConnectionString(SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = Path,
        Mode = mode,
        ForeignKeys = true,
        Pooling = false,
        DefaultTimeout = 30,
    }.ToString();

    private T Translated<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (SqliteErrors.Explain(exception, Path) is { } sentence)
        {
            throw new StoreUnavailableException(sentence, exception);
        }
    }
}
