namespace Listening.Stores;

/// <summary>The votes of hosts that stored posts are gone. Every method throws <see cref="StoreUnavailableException"/> when the store does not answer.</summary>
public interface IMissedPosts
{
    /// <summary>Notes that the host misses these posts at this time; what it was first missed at stays. Repeating is harmless.</summary>
    Task NoteAsync(string platform, string host, IReadOnlyCollection<string> postKeys, DateTimeOffset at, CancellationToken ct);

    /// <summary>Takes all votes about these posts back: one of their hosts shows them, or they are gone.</summary>
    Task ForgetAsync(IReadOnlyCollection<string> postKeys, CancellationToken ct);

    /// <summary>Every vote about the posts of a platform (null: of all) that were missed first, at most <paramref name="limit"/> posts, the longest missed first.</summary>
    Task<IReadOnlyList<MissedPost>> PendingAsync(string? platform, int limit, CancellationToken ct);

    /// <summary>Every vote about these posts, in no order.</summary>
    Task<IReadOnlyList<MissedPost>> OfAsync(IReadOnlyCollection<string> postKeys, CancellationToken ct);
}
