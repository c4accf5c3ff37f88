using System.Text.Json;
using Listening.Posts;
using Listening.Stores;

namespace Listening.Storage.Sqlite;

/// <summary>How far files were imported, in the file.</summary>
internal sealed class SqliteUnfinishedImports(SqliteDatabase database) : IUnfinishedImports
{
    public Task<long> CountAsync(CancellationToken ct) => database.ReadAsync(session => session.Number($"SELECT count(*) FROM unfinished_imports"), ct);

    public Task<ImportPosition?> FindAsync(string file, CancellationToken ct) => database.ReadAsync(
        session => session.First(
            $"SELECT body FROM unfinished_imports WHERE file = {file}",
            reader => JsonSerializer.Deserialize<ImportPosition>(reader.GetString(0), ListeningJson.Options)),
        ct);

    public Task SaveAsync(ImportPosition position, CancellationToken ct) => database.WriteAsync(
        session => session.Execute($"INSERT OR REPLACE INTO unfinished_imports VALUES ({position.File}, {JsonSerializer.Serialize(position, ListeningJson.Options)})"), ct);

    public Task RemoveAsync(string file, CancellationToken ct) => database.WriteAsync(
        session => session.Execute($"DELETE FROM unfinished_imports WHERE file = {file}"), ct);

    public Task RemoveAllAsync(CancellationToken ct) => database.WriteAsync(session => session.Execute($"DELETE FROM unfinished_imports"), ct);
}
