namespace Listening.Posts;

/// <summary>Why a post that was read is not kept.</summary>
public enum WithheldReason
{
    OptOut,
    NotPublic,
    NotIndexable,
    NotDiscoverable,
    Bot,
}
