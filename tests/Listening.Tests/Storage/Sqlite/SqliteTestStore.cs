using Listening.Storage.Sqlite;
using Listening.Tests.Support;

namespace Listening.Tests.Storage.Sqlite;

/// <summary>A file in a folder of its own, opened any number of times.</summary>
internal sealed class SqliteTestStore : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<SqliteDatabase> _opened = [];

    public string Path => _folder.File("listening.db");

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
            new SqliteMissedPosts(database));
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
        _folder.Dispose();
    }
}
