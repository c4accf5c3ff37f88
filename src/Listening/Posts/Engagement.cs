namespace Listening.Posts;

/// <summary>What a post gained so far. Null is unknown, never 0. Hosts disagree, so merging takes the maximum of each.</summary>
public sealed record Engagement(long? Likes, long? Reposts, long? Replies, long? Quotes, long? Views)
{
    /// <summary>Nothing is known.</summary>
    public static Engagement Unknown { get; } = new(null, null, null, null, null);

    internal static Engagement Max(Engagement a, Engagement b) => new(
        Max(a.Likes, b.Likes), Max(a.Reposts, b.Reposts), Max(a.Replies, b.Replies), Max(a.Quotes, b.Quotes), Max(a.Views, b.Views));

    private static long? Max(long? a, long? b) => a is null ? b : b is null ? a : Math.Max(a.Value, b.Value);
}
