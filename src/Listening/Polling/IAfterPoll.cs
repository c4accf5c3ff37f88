namespace Listening.Polling;

/// <summary>Told when a poll stored posts, so that alerts do not wait for the clock.</summary>
public interface IAfterPoll
{
    /// <summary>Called once the posts can be seen by every question; <paramref name="hashtags"/> are the folded ones that gained posts.</summary>
    Task PostsStoredAsync(IReadOnlyCollection<string> hashtags, CancellationToken ct);
}
