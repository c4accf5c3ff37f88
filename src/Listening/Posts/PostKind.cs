namespace Listening.Posts;

/// <summary>Own words (post, reply, quote) or somebody else's (repost).</summary>
public enum PostKind
{
    Post,
    Reply,
    Repost,
    Quote,
}
