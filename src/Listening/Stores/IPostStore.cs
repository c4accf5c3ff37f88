using Listening.Posts;

namespace Listening.Stores;

/// <summary>
/// Posts, each kept once. Every method throws <see cref="StoreUnavailableException"/> when the store does not answer.
/// Unless said otherwise only live posts count, ranges are half-open, and people are distinct authors whose <c>is_bot</c> is not true.
/// Both stores give the same integers.
/// </summary>
public interface IPostStore
{
    /// <summary>
    /// Stores new posts and merges known ones by <see cref="Post.Merge"/>. All or nothing from the caller's view: when it returns, every post
    /// of the batch is stored and every question sees it; when it throws, repeating the same batch is harmless.
    /// Also resolves references by host-local id, in whichever order the two posts arrive, and conversation keys with them.
    /// </summary>
    Task<UpsertOutcome> UpsertAsync(IReadOnlyList<Post> posts, CancellationToken ct);

    /// <summary>Turns stored posts into tombstones (see <see cref="Post.ToTombstone"/>); unknown keys are ignored.</summary>
    Task DeleteAsync(IReadOnlyCollection<string> postKeys, CancellationToken ct);

    /// <summary>The stored posts, live or tombstone, of these keys, in no order; unknown keys are left out.</summary>
    Task<IReadOnlyList<Post>> GetAsync(IReadOnlyCollection<string> postKeys, CancellationToken ct);

    /// <summary>One page of a hashtag's posts. Paging by <see cref="PostQuery.After"/> neither skips nor repeats what was there when it began.</summary>
    Task<PostResult> SearchAsync(PostQuery query, CancellationToken ct);

    /// <summary>
    /// Posts and distinct people in each interval between consecutive <paramref name="edges"/> (ascending, at least two): n edges give n − 1 counts.
    /// </summary>
    Task<IReadOnlyList<VolumeCount>> VolumeAsync(string hashtag, IReadOnlyList<DateTimeOffset> edges, CancellationToken ct);

    /// <summary>
    /// Each author's own posts (posts, replies, quotes) and reposts in each interval between consecutive <paramref name="edges"/>; intervals
    /// without any are left out. Bots are included, in no order.
    /// </summary>
    Task<IReadOnlyList<AuthorDay>> AuthorDaysAsync(string hashtag, IReadOnlyList<DateTimeOffset> edges, CancellationToken ct);

    /// <summary>
    /// Who turned to whom, in each interval between consecutive <paramref name="bounds"/>: replies to, mentions of, quotes of and reposts of
    /// somebody else, one edge for each author, target, kind and interval, in no order. A reply that also mentions whom it answers gives an edge of
    /// each kind; a repost gives no other edge than its own. A handle that stands for an author is resolved once that author has a live post, and
    /// where a post is named without its author, that of the stored post is meant; what names nobody then gives no edge. Bots and targets that
    /// were never seen are included.
    /// </summary>
    Task<IReadOnlyList<Edge>> EdgesAsync(string hashtag, IReadOnlyList<DateTimeOffset> bounds, CancellationToken ct);

    /// <summary>
    /// Who answered which post of somebody else in the range, each once with the first time, in no order. Whose post it is, is found out as for
    /// <see cref="EdgesAsync"/>; the post need be neither stored nor in the range. Replies to a post that is known by nothing but its author are left out.
    /// </summary>
    Task<IReadOnlyList<ThreadAnswer>> ThreadsAsync(string hashtag, DateTimeOffset from, DateTimeOffset to, CancellationToken ct);

    /// <summary>These authors as their newest live post shows them; unknown keys are left out.</summary>
    Task<IReadOnlyList<Author>> AuthorsAsync(IReadOnlyCollection<string> authorKeys, CancellationToken ct);

    /// <summary>
    /// The authors of live posts with one of these handles (with their <c>@</c>), whatever the case of its letters, as their newest live post
    /// shows them, in no order.
    /// </summary>
    Task<IReadOnlyList<Author>> AuthorsNamedAsync(IReadOnlyCollection<string> handles, CancellationToken ct);

    /// <summary>
    /// Every post of a hashtag, ordered by <c>created_at</c> then <c>post_key</c> (ordinal), live posts and,
    /// where asked for, tombstones. Memory stays bounded whatever the size.
    /// </summary>
    IAsyncEnumerable<Post> ReadAsync(string hashtag, DateTimeOffset? from, DateTimeOffset? to, bool tombstones, CancellationToken ct);

    /// <summary>
    /// Everything that is stored, in the same order: tombstones too, and what is left of posts that lost their hashtags (<see cref="Post.AsKept"/>).
    /// Begins behind <paramref name="after"/> where it is given. Memory stays bounded.
    /// </summary>
    IAsyncEnumerable<Post> AllAsync(PostCursor? after, CancellationToken ct);

    /// <summary>
    /// Live posts seen at a host under ids from <paramref name="fromId"/> (inclusive) to <paramref name="toId"/> (exclusive), null where there
    /// is no bound, in the order of ids: the longer is the newer, of the same length ordinal.
    /// </summary>
    Task<IReadOnlyList<SeenPost>> SeenByIdAsync(string platform, string host, string? fromId, string? toId, CancellationToken ct);

    /// <summary>Live posts seen at a host and created in the range, in no order.</summary>
    Task<IReadOnlyList<SeenPost>> SeenByTimeAsync(string platform, string host, DateTimeOffset from, DateTimeOffset to, CancellationToken ct);

    /// <summary>Every live post of an author. Memory stays bounded; posts may be changed while it is read.</summary>
    IAsyncEnumerable<Post> ReadByAuthorAsync(string authorKey, CancellationToken ct);

    /// <summary>
    /// Takes every post of these authors away as if it had never been and returns how many that were. Tombstones name nobody and stay.
    /// </summary>
    Task<long> EraseAuthorsAsync(IReadOnlyCollection<string> authorKeys, CancellationToken ct);

    /// <summary>Takes every post created before this time away for good, tombstones too, and returns how many that were.</summary>
    Task<long> ExpireAsync(DateTimeOffset before, CancellationToken ct);

    /// <summary>Takes posts that carry no other followed hashtag away for good, and the hashtag off the others.</summary>
    Task EraseHashtagAsync(string hashtag, CancellationToken ct);
}
