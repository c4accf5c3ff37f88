using Listening.Tracking;

namespace Listening.Polling;

/// <summary>
/// Reads one platform, a whole page at a time. A source does not retry, log, store or wait: it answers with a page or throws a
/// <see cref="PlatformException"/>. Safe to call for several targets at once.
/// </summary>
public interface IPostSource
{
    /// <summary>Lower-case name, e.g. <c>mastodon</c>.</summary>
    string Platform { get; }

    /// <summary>The platform's own floor between two polls of a target; an explicit <c>Polling:MinInterval</c> overrides it.</summary>
    TimeSpan MinInterval { get; }

    /// <summary>The hosts that the operator configured, in the form of <see cref="PollTarget.Host"/>.</summary>
    IReadOnlyList<string> Hosts { get; }

    /// <summary>A folded hashtag as the platform folds it; where this changes nothing, the platform's own tag field is proof of a match.</summary>
    string Fold(string hashtag);

    /// <summary>What has to be read for these folded hashtags.</summary>
    IReadOnlyList<PollTarget> Targets(IReadOnlyCollection<string> hashtags);

    /// <summary>
    /// The posts directly after <paramref name="newest"/>, so that repeating with the page's own <see cref="PostPage.Newest"/> until a page
    /// is empty misses nothing; the newest page when it is null.
    /// </summary>
    Task<PostPage> ForwardAsync(PollTarget target, string? newest, CancellationToken ct);

    /// <summary>The posts directly before <paramref name="before"/>; an empty page is the end.</summary>
    Task<PostPage> BackAsync(PollTarget target, string? before, CancellationToken ct);

    /// <summary>How many posts one <see cref="RefreshAsync"/> asks for at most; 0 where the platform cannot be asked for single posts.</summary>
    int RefreshBatch { get; }

    /// <summary>The position at which posts of this moment begin; null where the platform's ids carry no time.</summary>
    string? PositionAt(DateTimeOffset time);

    /// <summary>
    /// The posts of these ids on a host as they are now, at most <see cref="RefreshBatch"/>. Where the host does not answer such questions,
    /// none is there and none is missing.
    /// </summary>
    Task<RefreshedPosts> RefreshAsync(string host, IReadOnlyCollection<string> nativeIds, CancellationToken ct);
}
