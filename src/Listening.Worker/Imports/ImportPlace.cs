using Listening.Stores;

namespace Listening.Worker.Imports;

/// <summary>How far a file was imported, so that an import which is broken off goes on there. Standard input cannot: it is read once.</summary>
/// <param name="imports">Where that is kept.</param>
/// <param name="store">Holds what was imported.</param>
/// <param name="time">For the pause between two notes.</param>
internal sealed class ImportPlace(IUnfinishedImports imports, IStore store, TimeProvider time)
{
    // A note costs a write; what was stored since the last one is read again and changes nothing.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private long _notedAt = time.GetTimestamp();

    /// <summary>Where an import of this file begins: behind what an earlier one dealt with, unless that is gone.</summary>
    /// <param name="digest">See <see cref="ImportPosition.File"/>; null where nothing is noted.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<ImportPosition> FindAsync(string? digest, CancellationToken ct)
    {
        var known = digest is null ? null : await imports.FindAsync(digest, ct);
        var isGone = known is { Stored: > 0 } && (await store.InfoAsync(ct)).Posts == 0;
        return known is null || isGone ? new ImportPosition(digest ?? "", 0, 0, 0, 0, 0, 0, 0, []) : known;
    }

    /// <summary>Now and then notes how far it is; all up to there is stored.</summary>
    public async Task NoteAsync(ImportPosition position, CancellationToken ct)
    {
        if (position.File.Length > 0 && time.GetElapsedTime(_notedAt) >= Pause)
        {
            await imports.SaveAsync(position, ct);
            _notedAt = time.GetTimestamp();
        }
    }

    public Task EndAsync(ImportPosition position, CancellationToken ct) => position.File.Length > 0 ? imports.RemoveAsync(position.File, ct) : Task.CompletedTask;
}
