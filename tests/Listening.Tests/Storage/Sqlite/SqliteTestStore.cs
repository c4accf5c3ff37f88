using Listening.Storage.Sqlite;
using Listening.Tests.Support;

namespace Listening.Tests.Storage.Sqlite;

/// <summary>A file in a folder of its own, or in one that is there already, opened any number of times.</summary>
internal sealed class SqliteTestStore(string? folder = null) : IDisposable
{
    private readonly TemporaryFolder? _own = folder is null ? new() : null;
    private readonly List<SqliteDatabase> _opened = [];

    public string Path => System.IO.Path.Combine(folder ?? _own!.Path, "listening.db");

    public SqliteDatabase OpenDatabase()
    {
        var database = new SqliteDatabase(Path);
        _opened.Add(database);
        return database;
    }

    public StoreUnderTest Open()
    {
        var database = OpenDatabase();
        return new StoreUnderTest(
            new SqliteStore(database),
            new SqlitePostStore(database, TimeProvider.System),
            new SqliteTrackingStore(database),
            new SqliteCoverageLog(database),
            new SqliteAuthorMarks(database),
            new SqliteDeadLetters(database),
            new SqliteAlertLog(database),
            new SqliteMissedPosts(database),
            new SqliteUnfinishedImports(database));
    }

    public async Task<StoreUnderTest> OpenPreparedAsync()
    {
        var store = Open();
        await store.Store.PrepareAsync(CancellationToken.None);
        return store;
    }

    public void Dispose()
    {
        _opened.ForEach(database => database.Dispose());
        _own?.Dispose();
    }
}
