namespace Listening.Tracking;

/// <summary>How far a target was read: the newest position stored, and the back-fill below it.</summary>
/// <param name="Newest">The platform's position of the newest post that is stored; null until one was seen, and polls start at the top.</param>
/// <param name="Back">The way back into the past; null until the first page was read.</param>
public sealed record Checkpoint(string? Newest, BackFill? Back)
{
    public static Checkpoint Start { get; } = new(null, null);
}
