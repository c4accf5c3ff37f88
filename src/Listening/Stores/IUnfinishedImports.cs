namespace Listening.Stores;

/// <summary>
/// How far files were imported whose import was broken off, kept in the store that took their posts. Whoever erases posts has to forget it.
/// Every method throws <see cref="StoreUnavailableException"/> when the store does not answer.
/// </summary>
public interface IUnfinishedImports
{
    /// <summary>How many files were begun and not imported to their end.</summary>
    Task<long> CountAsync(CancellationToken ct);

    /// <summary>Null where that file was never begun, or was imported to its end.</summary>
    Task<ImportPosition?> FindAsync(string file, CancellationToken ct);

    /// <summary>Replaces what is kept of the same file; what was imported up to there has to be stored before.</summary>
    Task SaveAsync(ImportPosition position, CancellationToken ct);

    /// <summary>The file was imported to its end.</summary>
    Task RemoveAsync(string file, CancellationToken ct);

    /// <summary>What was imported is no longer all there: every file begins anew.</summary>
    Task RemoveAllAsync(CancellationToken ct);
}
