using Listening.Stores;

namespace Listening.Storage.Sqlite;

/// <summary>The embedded store: one file, no server.</summary>
internal sealed class SqliteStore(SqliteDatabase database) : IStore
{
    public string Kind => "sqlite";

    public Task PrepareAsync(CancellationToken ct) => database.PrepareAsync(ct);

    public async Task<StoreInfo> InfoAsync(CancellationToken ct)
    {
        var posts = await database.ReadAsync(session => session.Number($"SELECT live_posts FROM totals"), ct);
        return new StoreInfo(Kind, posts, BytesOf(database.Path) + BytesOf(database.Path + "-wal"), database.Path);
    }

    private static long BytesOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}
