using Listening.Posts;

namespace Listening.Stores;

/// <summary>A page of posts.</summary>
/// <param name="Total">What matches in the range, before limit and cursor.</param>
/// <param name="Unsearchable">Posts of the range (author and platform respected) that text search may not look into.</param>
/// <param name="Posts">The page.</param>
/// <param name="Next">Where the next page begins; null on the last page.</param>
public sealed record PostResult(long Total, long Unsearchable, IReadOnlyList<Post> Posts, PostCursor? Next);
