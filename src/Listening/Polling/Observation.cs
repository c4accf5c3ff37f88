using Listening.Posts;

namespace Listening.Polling;

/// <summary>
/// What a mapper reads from one entry of an answer: the post, and what only this host says of it. Polls and <c>inspect</c> get it from the same mapper.
/// The post's <see cref="Post.Matched"/> is empty and its <see cref="Post.Searchable"/> false until <see cref="Matcher"/> and <see cref="Consent"/> were asked.
/// </summary>
public sealed record Observation
{
    public required Post Post { get; init; }

    /// <summary>The id on this host, as the body has it.</summary>
    public required string NativeId { get; init; }

    /// <summary>The author's id on this host.</summary>
    public string? AuthorNativeId { get; init; }

    /// <summary>The author's name as the body has it, e.g. Mastodon's <c>acct</c>.</summary>
    public string? AuthorHandle { get; init; }

    /// <summary>The creation time as the body has it, not clamped; null where it is absent or unreadable.</summary>
    public DateTimeOffset? StatedCreatedAt { get; init; }

    /// <summary>Host-local ids of the posts it answers, passes on or quotes.</summary>
    public string? ReplyToNativeId { get; init; }

    public string? RepostOfNativeId { get; init; }

    public string? QuoteOfNativeId { get; init; }

    /// <summary>The hashtags that the body states in a field of its own, case kept.</summary>
    public IReadOnlyList<string> StatedTags { get; init; } = [];

    /// <summary>The platform's word, e.g. <c>public</c>, <c>unlisted</c>; null where the platform has no such thing.</summary>
    public string? Visibility { get; init; }

    /// <summary>Whether everybody may read it in public listings; only such posts are kept.</summary>
    public bool IsPublic { get; init; } = true;

    public bool? Sensitive { get; init; }

    public string? ContentWarning { get; init; }

    /// <summary>What this host says of the author's wishes.</summary>
    public AuthorFlags Flags { get; init; } = AuthorFlags.None;
}
