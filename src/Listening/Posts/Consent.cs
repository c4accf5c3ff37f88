namespace Listening.Posts;

/// <summary>
/// The three questions asked before a post is stored: may we keep it, may text search find it, may we name its author.
/// Pure functions of what hosts say and of <see cref="ConsentOptions"/>.
/// </summary>
public static class Consent
{
    /// <summary>Why a post may not be kept; null when it may.</summary>
    public static WithheldReason? Withheld(AuthorFlags flags, bool isPublic, bool optedOutElsewhere, ConsentOptions options) =>
        !isPublic ? WithheldReason.NotPublic
        : options.OptOutWords == OptOutPolicy.Withhold && (flags.OptedOut || optedOutElsewhere) ? WithheldReason.OptOut
        : options.NotIndexable == IndexablePolicy.Withhold && flags.Indexable is not true && flags.HasIndexable ? WithheldReason.NotIndexable
        : options.NotDiscoverable == DiscoverablePolicy.Withhold && flags.Discoverable is false ? WithheldReason.NotDiscoverable
        : options.Bots == BotPolicy.Withhold && flags.IsBot is true ? WithheldReason.Bot
        : null;

    /// <summary>
    /// Whether text search may find a post: the home host's stated value counts, else false if any host states false, else true if one
    /// states true; <paramref name="unstated"/> where nobody says anything.
    /// </summary>
    public static bool IsSearchable(string? homeHost, IReadOnlyList<SeenVia> seenVia, bool unstated) =>
        Stated(seenVia.Select(via => (via.Host, via.Indexable)), homeHost) ?? unstated;

    /// <summary>Whether an author stays out of rankings: the home host's stated value counts, else any objection; silence is none.</summary>
    public static bool IsUnranked(string? homeHost, IEnumerable<(string Host, bool? Discoverable)> statements) =>
        Stated(statements, homeHost) is false;

    private static bool? Stated(IEnumerable<(string Host, bool? Value)> statements, string? homeHost)
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
