namespace Listening.Tracking;

/// <summary>What the last polls of a hashtag brought.</summary>
/// <param name="Posts">New posts.</param>
/// <param name="Over">The time in which they came.</param>
public sealed record FoundLately(int Posts, TimeSpan Over)
{
    public static FoundLately Nothing { get; } = new(0, TimeSpan.Zero);
}
