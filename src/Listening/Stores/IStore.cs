namespace Listening.Stores;

/// <summary>The store as a whole. Exactly one is registered, chosen by configuration.</summary>
public interface IStore
{
    /// <summary><c>sqlite</c> or <c>elasticsearch</c>.</summary>
    string Kind { get; }

    /// <summary>
    /// Creates or migrates what the store needs; can be called any number of times, also by several processes at once.
    /// Throws <see cref="StoreUnavailableException"/> with one sentence that says what to do, also when what is stored was written by a newer version.
    /// </summary>
    Task PrepareAsync(CancellationToken ct);

    /// <summary>
    /// Looks whether what is stored is whole; may take minutes. Throws <see cref="StoreUnavailableException"/> with what to do when it is not.
    /// </summary>
    Task CheckAsync(CancellationToken ct);

    /// <summary>
    /// Finds out whether the store takes what is written: one that still answers questions may not, on a full disk or with its indices blocked.
    /// Throws <see cref="StoreUnavailableException"/> with what to do when it does not.
    /// </summary>
    Task CheckWritableAsync(CancellationToken ct);

    /// <summary>
    /// Looks closely at what the store needs in order to work well, for a person who wants to know what is wrong; may take seconds. What
    /// cannot be looked at is a check that fails; nothing is thrown for it. Empty for a store about which there is nothing more to say.
    /// </summary>
    Task<IReadOnlyList<StoreCheck>> ExamineAsync(CancellationToken ct);

    /// <summary>Asks the store whether it answers. Throws <see cref="StoreUnavailableException"/> when it does not.</summary>
    Task<StoreInfo> InfoAsync(CancellationToken ct);
}
