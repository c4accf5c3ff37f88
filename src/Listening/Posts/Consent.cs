namespace Listening.Posts;

/// <summary>
/// The three questions asked before a post is stored: may we keep it, may text search find it, may we name its author.
/// Pure functions of what hosts say and of <see cref="ConsentOptions"/>.
/// </summary>
public static class Consent
{
    /// <summary>Why nothing of an author may be kept; null when it may.</summary>
    public static WithheldReason? Withheld(AuthorFlags flags, ConsentOptions options) =>
        options.OptOutWords == OptOutPolicy.Withhold && flags.OptedOut ? WithheldReason.OptOut
        : options.NotIndexable == IndexablePolicy.Withhold && flags.Indexable is not true && flags.HasIndexable ? WithheldReason.NotIndexable
        : options.NotDiscoverable == DiscoverablePolicy.Withhold && flags.Discoverable is false ? WithheldReason.NotDiscoverable
        : options.Bots == BotPolicy.Withhold && flags.IsBot is true ? WithheldReason.Bot
        : null;

    /// <summary>Whether text search may find an author's posts: what is stated, else only where the platform has no such flag.</summary>
    public static bool IsSearchable(AuthorFlags flags, ConsentOptions options) =>
        options.NotIndexable == IndexablePolicy.Ignore || (flags.Indexable ?? !flags.HasIndexable);

    /// <summary>
    /// Whether text search may find a post of which there are several copies: the word of the home host's copy counts, else false if any
    /// says false, else true if one says true; <paramref name="unstated"/> where none says anything.
    /// </summary>
    public static bool IsSearchable(string? homeHost, IReadOnlyList<SeenVia> seenVia, bool unstated) =>
        Stated(seenVia.Select(via => (via.Host, via.Indexable)), homeHost) ?? unstated;

    /// <summary>The home host's stated value, else false if any host states false, else true if one states true, else null.</summary>
    public static bool? Stated(IEnumerable<(string Host, bool? Value)> statements, string? homeHost)
    {
        bool? stated = null;
        foreach (var (host, value) in statements)
        {
            if (value is null)
            {
                continue;
            }

            if (host == homeHost)
            {
                return value;
            }

            stated = value.Value && stated is not false;
        }

        return stated;
    }
}
