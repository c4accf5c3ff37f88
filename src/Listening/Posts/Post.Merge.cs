namespace Listening.Posts;

public sealed partial record Post
{
    /// <summary>
    /// One post out of two copies of it. The content (everything but what is named below) is that of the newest edit; on a tie that of the
    /// copy read on the post's own host, else the longer text, else the smaller one, ordinal. The author is taken as last seen, each count
    /// by maximum, the earliest time of first sight, the creation time that the own host states (else the earlier); a resolved reference
    /// beats an unresolved one; hosts are united, and the hashtags of the copies that show the newest edit, because an edit may take one
    /// out. A tombstone stays one and keeps its time.
    /// Apart from the author the outcome does not depend on the order of the copies, and merging a copy twice changes nothing.
    /// </summary>
    public static Post Merge(Post stored, Post seen)
    {
        if (stored.IsDeleted || seen.IsDeleted)
        {
            var (all, allVia) = Unite(stored, seen);
            return Tombstone(stored, seen) with { Matched = all, MatchedVia = allVia };
        }

        var (matched, via) = stored.EditedAt == seen.EditedAt ? Unite(stored, seen) : Matches(HasNewerContent(stored, seen) ? seen : stored);

        var content = HasNewerContent(stored, seen) ? seen : stored;
        var seenVia = Unite(stored.SeenVia, seen.SeenVia);
        var replyTo = PostReference.Merge(stored.ReplyTo, seen.ReplyTo);
        return content with
        {
            SeenVia = seenVia,
            Author = seen.Author ?? stored.Author,
            CreatedAt = CreationTime(stored, seen),
            FirstSeenAt = stored.FirstSeenAt is null || seen.FirstSeenAt < stored.FirstSeenAt ? seen.FirstSeenAt : stored.FirstSeenAt,
            Matched = matched,
            MatchedVia = via,
            ReplyTo = replyTo,
            RepostOf = PostReference.Merge(stored.RepostOf, seen.RepostOf),
            QuoteOf = PostReference.Merge(stored.QuoteOf, seen.QuoteOf),
            Kind = replyTo is not null && content.Kind == PostKind.Post ? PostKind.Reply : content.Kind,
            ThreadKey = replyTo is null ? content.ThreadKey : Smaller(stored.ThreadKeyInReply, seen.ThreadKeyInReply),
            Engagement = Engagement.Max(stored.Engagement, seen.Engagement),
            Searchable = Consent.IsSearchable(content.Host, seenVia, unstated: stored.Searchable && seen.Searchable),
        };
    }

    // A host that does not know the parent shows a reply as the beginning of a conversation; another host knows better.
    private string? ThreadKeyInReply => ThreadKey == PostKey ? null : ThreadKey;

    private static string? Smaller(string? a, string? b) => a is null || (b is not null && string.CompareOrdinal(b, a) < 0) ? b : a;

    private static Post Tombstone(Post stored, Post seen) => (stored.IsDeleted, seen.IsDeleted) switch
    {
        (true, false) => stored,
        (false, true) => seen,
        _ => seen.CreatedAt < stored.CreatedAt ? seen : stored,
    };

    private bool IsHomeCopy => SeenVia.Any(via => via.Host == Host);

    private static bool HasNewerContent(Post stored, Post seen)
    {
        if (stored.EditedAt != seen.EditedAt)
        {
            return stored.EditedAt is null || seen.EditedAt > stored.EditedAt;
        }

        var storedIsHome = stored.ContentHost == stored.Host;
        var seenIsHome = seen.ContentHost == seen.Host;
        if (storedIsHome != seenIsHome)
        {
            return seenIsHome;
        }

        var (storedText, seenText) = (stored.Text ?? "", seen.Text ?? "");
        if (storedText.Length != seenText.Length)
        {
            return seenText.Length > storedText.Length;
        }

        return string.CompareOrdinal(seenText, storedText) is var byText and not 0
            ? byText < 0
            : string.CompareOrdinal(seen.ContentHost, stored.ContentHost) < 0;
    }

    // Hosts other than the post's own often cut its time to the second.
    private static DateTimeOffset CreationTime(Post stored, Post seen) => (stored.IsHomeCopy, seen.IsHomeCopy) switch
    {
        (true, false) => stored.CreatedAt,
        (false, true) => seen.CreatedAt,
        _ => stored.CreatedAt < seen.CreatedAt ? stored.CreatedAt : seen.CreatedAt,
    };

    // The newest word of each host counts, so a changed consent is taken over.
    private static SeenVia[] Unite(IReadOnlyList<SeenVia> stored, IReadOnlyList<SeenVia> seen) =>
        [.. seen.Concat(stored).DistinctBy(via => via.Host).OrderBy(via => via.Host, StringComparer.Ordinal)];

    private static (IReadOnlyList<string> Matched, IReadOnlyList<MatchedVia> Via) Matches(Post post) => (post.Matched, post.MatchedVia);

    private static (IReadOnlyList<string> Matched, IReadOnlyList<MatchedVia> Via) Unite(Post stored, Post seen)
    {
        var united = stored.Matched.Zip(stored.MatchedVia).Concat(seen.Matched.Zip(seen.MatchedVia))
            .GroupBy(pair => pair.First)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, Via: group.Min(pair => pair.Second)))
            .ToArray();
        return ([.. united.Select(pair => pair.Key)], [.. united.Select(pair => pair.Via)]);
    }
}
