using Listening.Stores;

namespace Listening.Storage.Sqlite;

/// <summary>The embedded store: one file, no server.</summary>
internal sealed class SqliteStore(SqliteDatabase database) : IStore
{
    private const long BytesForABatch = 8_000_000;

    public string Kind => "sqlite";

    public Task PrepareAsync(CancellationToken ct) => database.PrepareAsync(ct);

    public async Task CheckAsync(CancellationToken ct)
    {
        var found = await database.ReadAsync(session => session.First($"PRAGMA quick_check(1)", reader => reader.GetString(0)), ct);
        if (found != "ok")
        {
            throw new StoreUnavailableException(
                $"The data file '{database.Path}' is damaged ({found}): stop Listening, move the file away, and put a backup back or import an export; what hosts still show is read again.");
        }
    }

    public async Task CheckWritableAsync(CancellationToken ct)
    {
        // A small change may still fit where the next page of posts does not.
        if (new DriveInfo(Path.GetDirectoryName(database.Path)!).AvailableFreeSpace < BytesForABatch)
        {
            throw new StoreUnavailableException(SqliteErrors.FullDisk(database.Path));
        }

        await database.WriteAsync(session => session.Execute($"UPDATE totals SET live_posts = live_posts"), ct);
    }

    public Task<IReadOnlyList<StoreCheck>> ExamineAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<StoreCheck>>([]);

    public async Task<StoreInfo> InfoAsync(CancellationToken ct)
    {
        var posts = await database.ReadAsync(session => session.Number($"SELECT live_posts FROM totals"), ct);
        return new StoreInfo(Kind, posts, BytesOf(database.Path) + BytesOf(database.Path + "-wal"), database.Path);
    }

    private static long BytesOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}
