namespace Listening.Stores;

/// <summary>Authors' wishes as hosts state them; one statement per author and host, the newest counts.</summary>
public interface IAuthorMarks
{
    /// <summary>Keeps these statements; what is already known is not written again.</summary>
    Task RecordAsync(IReadOnlyList<AuthorStatement> statements, CancellationToken ct);

    /// <summary>Every statement about these marks (<see cref="AuthorStatement.MarkOf"/>), in no order.</summary>
    Task<IReadOnlyList<AuthorStatement>> StatementsAsync(IReadOnlyCollection<string> marks, CancellationToken ct);
}
