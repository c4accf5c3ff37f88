namespace Listening.Polling;

/// <summary>Asks a host how much a hashtag is used: one cheap request, without any post.</summary>
public interface IHashtagProbe
{
    /// <summary>Lower-case name of the platform.</summary>
    string Platform { get; }

    /// <summary>
    /// What a configured host knows of a folded hashtag; null when it does not say. Throws <see cref="PlatformException"/> when it does not
    /// answer, refuses, or demands a wait, which is then the caller's to obey.
    /// </summary>
    Task<HashtagActivity?> AskAsync(string host, string hashtag, CancellationToken ct);
}
