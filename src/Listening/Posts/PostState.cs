namespace Listening.Posts;

/// <summary>A deleted post is a tombstone: its key, platform, time and hashtags stay, nothing else does.</summary>
public enum PostState
{
    Live,
    Deleted,
}
