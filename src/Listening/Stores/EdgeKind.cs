namespace Listening.Stores;

/// <summary>How one person turned to another.</summary>
public enum EdgeKind
{
    Reply,
    Mention,
    Quote,
    Repost,
}
