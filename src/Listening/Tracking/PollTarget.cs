namespace Listening.Tracking;

/// <summary>What has to be read for the followed hashtags, and the unit of polling: a host's timeline of a hashtag, a site's feed, a stream.</summary>
/// <param name="Platform">Lower-case name of the platform.</param>
/// <param name="Host"><c>name</c> or <c>name:port</c> in lower case.</param>
/// <param name="Key">What is read there, in the platform's own form (for Mastodon the hashtag as Mastodon folds it).</param>
public sealed record PollTarget(string Platform, string Host, string Key)
{
    /// <summary>One string for the three parts, stable over time.</summary>
    public string Id => $"{Platform}|{Host}|{Key}";
}
