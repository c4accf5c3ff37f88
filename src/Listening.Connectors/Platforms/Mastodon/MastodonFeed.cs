namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>Which part of a hashtag's timeline is asked for.</summary>
internal enum MastodonFeed
{
    All,

    /// <summary>Posts of the host's own people (<c>local=true</c>).</summary>
    Local,

    /// <summary>Posts of other hosts (<c>remote=true</c>).</summary>
    Remote,
}
