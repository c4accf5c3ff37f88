namespace Listening.Rhythm;

/// <summary>About how many posts no host showed.</summary>
/// <param name="Seen">Posts that were seen, of all platforms.</param>
/// <param name="Unseen">Posts that exist as well, by estimate; null when it cannot be said.</param>
/// <param name="Method">How it was found: <c>chapman</c> for two hosts, <c>chao</c> for more; null when it cannot be said.</param>
public sealed record UnseenEstimate(long Seen, long? Unseen, string? Method);
