namespace Listening.Posts;

/// <summary>What one host says about an author's wishes.</summary>
/// <param name="OptedOut">An opt-out word (<c>#nobot</c> and its like) in the profile, or <c>noindex: true</c>.</param>
/// <param name="HasIndexable">Whether the platform has a consent flag for full-text search; where it has one, silence means no.</param>
/// <param name="Indexable">Consent to full-text search; null when this host does not say.</param>
/// <param name="Discoverable">Consent to discovery features; null when this host does not say, which is no objection.</param>
/// <param name="IsBot">As <see cref="Author.IsBot"/>.</param>
public sealed record AuthorFlags(bool OptedOut, bool HasIndexable, bool? Indexable, bool? Discoverable, bool? IsBot)
{
    /// <summary>A platform without such flags: nothing stands against keeping and finding a post.</summary>
    public static AuthorFlags None { get; } = new(false, false, null, null, null);
}
