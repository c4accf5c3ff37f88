using System.Text.Json.Serialization;

namespace Listening.Posts;

/// <summary>
/// A post with at least one followed hashtag, in the same shape for every platform. Times are UTC with millisecond precision.
/// Made by <see cref="Create"/>; two copies of one post become one by <see cref="Merge"/>, which both stores call.
/// </summary>
public sealed partial record Post
{
    /// <summary>Global identity (see <see cref="Posts.PostKey"/>).</summary>
    public required string PostKey { get; init; }

    /// <summary>Lower-case name of the platform.</summary>
    public required string Platform { get; init; }

    /// <summary>Where the post lives; null on a tombstone.</summary>
    public string? Host { get; init; }

    /// <summary>Where we read it, sorted by host, one entry a host.</summary>
    public IReadOnlyList<SeenVia> SeenVia { get; init; } = [];

    /// <summary>The page a person can open.</summary>
    public string? Url { get; init; }

    /// <summary>Null on a tombstone only.</summary>
    public Author? Author { get; init; }

    /// <summary>When it was written, never more than a day after <see cref="FirstSeenAt"/>.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last edited; null where it never was, or the platform does not say.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>When we first read it; null on a tombstone.</summary>
    public DateTimeOffset? FirstSeenAt { get; init; }

    public PostKind Kind { get; init; }

    /// <summary>Plain text, a content warning first; null on a tombstone or where an archive withholds it.</summary>
    public string? Text { get; init; }

    /// <summary>ISO 639 as the author declared it; often wrong, null when unknown.</summary>
    public string? Lang { get; init; }

    /// <summary>Stands for a text that an archive withholds; null where there is a text.</summary>
    public string? TextKey { get; init; }

    /// <summary>All hashtags of the post, folded.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The same as they were written, as far as the text shows it.</summary>
    public IReadOnlyList<string> TagsDisplay { get; init; } = [];

    /// <summary>The followed hashtags that it carries, folded and sorted; empty when the hashtag was edited out.</summary>
    public IReadOnlyList<string> Matched { get; init; } = [];

    /// <summary>How each of <see cref="Matched"/> is known, in the same order.</summary>
    public IReadOnlyList<MatchedVia> MatchedVia { get; init; } = [];

    /// <summary>What it answers; null also while the platform's local id is not resolved.</summary>
    [JsonConverter(typeof(ResolvedReferenceConverter))]
    public PostReference? ReplyTo { get; init; }

    [JsonConverter(typeof(ResolvedReferenceConverter))]
    public PostReference? RepostOf { get; init; }

    [JsonConverter(typeof(ResolvedReferenceConverter))]
    public PostReference? QuoteOf { get; init; }

    /// <summary>Key of the post that began the conversation; its own for a post that answers nothing, null while that is not known.</summary>
    public string? ThreadKey { get; init; }

    /// <summary>Author keys, or <c>platform:@user@host</c> where only a handle is given.</summary>
    public IReadOnlyList<string> Mentions { get; init; } = [];

    public IReadOnlyList<PostLink> Links { get; init; } = [];

    public IReadOnlyList<PostMedia> Media { get; init; } = [];

    public Engagement Engagement { get; init; } = Engagement.Unknown;

    /// <summary>Whether text search may find it (the author's consent, see <see cref="Consent"/>).</summary>
    public bool Searchable { get; init; }

    public PostState State { get; init; }

    /// <summary>The host whose copy gave the text; internal, so that merging does not depend on the order of arrival.</summary>
    [JsonIgnore]
    public string? ContentHost { get; init; }

    [JsonIgnore]
    public bool IsDeleted => State == PostState.Deleted;

    /// <summary>Whether it stands under a followed hashtag: only such posts are shown and counted.</summary>
    [JsonIgnore]
    public bool IsListed => !IsDeleted && Matched.Count > 0;

    /// <summary>Whether nobody follows what it carries, so that it is not worth keeping: what <see cref="AsKept"/> left of a stored one is.</summary>
    [JsonIgnore]
    public bool IsUnwanted => !IsDeleted && Matched.Count == 0 && Author is not null;

    /// <summary>
    /// The one way to a new post: cuts times to milliseconds, clamps a <see cref="CreatedAt"/> more than a day ahead of
    /// <see cref="FirstSeenAt"/> to it, and starts the conversation key of a post that answers nothing.
    /// </summary>
    public static Post Create(Post draft)
    {
        var firstSeen = (draft.FirstSeenAt ?? throw new ArgumentException("A post that was read has a time at which it was read.", nameof(draft))).ToMilliseconds();
        var created = draft.CreatedAt.ToMilliseconds();
        return draft with
        {
            CreatedAt = created - firstSeen > TimeSpan.FromDays(1) ? firstSeen : created,
            EditedAt = draft.EditedAt?.ToMilliseconds(),
            FirstSeenAt = firstSeen,
            ThreadKey = draft.ThreadKey ?? (draft.ReplyTo is null ? draft.PostKey : null),
        };
    }

    /// <summary>
    /// What a store keeps: of a post whose hashtags were edited out only what tells an older copy from it, so that a host that never
    /// learned of the edit does not bring it back. Its author did not mean it for us any more, so no text and no author stay.
    /// </summary>
    public Post AsKept() => IsDeleted || Matched.Count > 0 ? this : new()
    {
        PostKey = PostKey,
        Platform = Platform,
        Host = Host,
        SeenVia = SeenVia,
        CreatedAt = CreatedAt,
        EditedAt = EditedAt,
        FirstSeenAt = FirstSeenAt,
        ContentHost = ContentHost,
    };

    /// <summary>What stays of a post that is gone: key, platform, time and hashtags.</summary>
    public Post ToTombstone() => new()
    {
        PostKey = PostKey,
        Platform = Platform,
        CreatedAt = CreatedAt,
        Matched = Matched,
        MatchedVia = MatchedVia,
        State = PostState.Deleted,
    };
}
