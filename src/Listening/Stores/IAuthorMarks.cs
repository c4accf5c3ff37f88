namespace Listening.Stores;

/// <summary>Authors' wishes as hosts state them (one statement per author and host, the newest counts), and what the user decided about authors.</summary>
public interface IAuthorMarks
{
    /// <summary>Keeps these statements; what is already known is not written again.</summary>
    Task RecordAsync(IReadOnlyList<AuthorStatement> statements, CancellationToken ct);

    /// <summary>Every statement about these marks (<see cref="AuthorStatement.MarkOf"/>), in no order.</summary>
    Task<IReadOnlyList<AuthorStatement>> StatementsAsync(IReadOnlyCollection<string> marks, CancellationToken ct);

    /// <summary>Every statement about anybody, ordered by author and host (ordinal). Memory stays bounded.</summary>
    IAsyncEnumerable<AuthorStatement> AllStatementsAsync(CancellationToken ct);

    /// <summary>
    /// Remembers for ever that nothing of this author may be kept, by an HMAC-SHA256 of the key under a random salt of this store: whoever
    /// reads the mark cannot tell whose it is without the store.
    /// </summary>
    Task ForgetAsync(string authorKey, CancellationToken ct);

    /// <summary>Those of these authors who were forgotten.</summary>
    Task<IReadOnlySet<string>> ForgottenAsync(IReadOnlyCollection<string> authorKeys, CancellationToken ct);

    /// <summary>What was remembered of those who were forgotten; one entry for each salt.</summary>
    Task<IReadOnlyList<ForgottenAuthors>> AllForgottenAsync(CancellationToken ct);

    /// <summary>
    /// Remembers also whom another store forgot, under its salt. Their posts are kept out from then on; what is stored of them by then is not
    /// found by a mark and stays.
    /// </summary>
    Task RememberAsync(ForgottenAuthors forgotten, CancellationToken ct);

    /// <summary>Leaves an author out of all rankings, or takes that back.</summary>
    Task SetMutedAsync(string authorKey, bool isMuted, CancellationToken ct);

    /// <summary>Everybody who is muted.</summary>
    Task<IReadOnlySet<string>> MutedAsync(CancellationToken ct);
}
