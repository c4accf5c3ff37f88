namespace Listening.Stores;

/// <summary>
/// Posts that the store refused because they do not fit, one letter a post: so that one of them does not hold up the page it came with.
/// <see cref="IPostStore.UpsertAsync"/> writes them. Deleting a post, or erasing an author or a hashtag, takes their letters away too. Every
/// method throws <see cref="StoreUnavailableException"/> when the store does not answer.
/// </summary>
public interface IDeadLetters
{
    Task<long> CountAsync(CancellationToken ct);

    /// <summary>All letters, in no order.</summary>
    Task<IReadOnlyList<DeadLetter>> ListAsync(CancellationToken ct);

    /// <summary>Takes a letter away; false when it is gone, or its post was refused again since it was read.</summary>
    Task<bool> RemoveAsync(DeadLetter letter, CancellationToken ct);
}
