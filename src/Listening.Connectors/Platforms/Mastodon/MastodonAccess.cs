using System.Text.Json;
using Listening.Connectors.Json;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>What a host shows of a hashtag to whom (4.5 and later; platform page, 2).</summary>
/// <param name="Local">Posts of its own people: <c>public</c>, <c>authenticated</c> or <c>disabled</c>.</param>
/// <param name="Remote">Posts of other hosts, likewise.</param>
internal sealed record MastodonAccess(string Local, string Remote)
{
    private const string Public = "public";
    private const string Disabled = "disabled";

    /// <summary>What a reader without an account may ask for; null where nothing is left. Asking for more is refused as a whole.</summary>
    public MastodonFeed? Anonymous => (Local, Remote) switch
    {
        (Public, Public) => MastodonFeed.All,
        (Public, _) => MastodonFeed.Local,
        (_, Public) => MastodonFeed.Remote,
        _ => null,
    };

    public bool IsClosed => Local == Disabled && Remote == Disabled;

    /// <summary>The policy in words, as the end of a sentence about the host.</summary>
    public string Words => (Anonymous, Remote) switch
    {
        (MastodonFeed.All, _) => "shows all it knows to anyone",
        (MastodonFeed.Local, Disabled) => "shows posts of its own people only",
        (MastodonFeed.Local, _) => "shows posts of its own people to anyone, those of other hosts to signed-in people",
        (MastodonFeed.Remote, _) => "shows posts of other hosts to anyone, those of its own people to signed-in people",
        _ => IsClosed ? "shows hashtags to nobody" : "shows hashtags to signed-in people only",
    };

    /// <summary>Null where the document does not say, as those of older servers, or says what we do not know.</summary>
    public static MastodonAccess? Of(JsonElement instance)
    {
        var feeds = instance.Object("configuration")?.Object("timelines_access")?.Object("hashtag_feeds");
        return Word(feeds?.TextOrNull("local")) is { } local && Word(feeds?.TextOrNull("remote")) is { } remote ? new MastodonAccess(local, remote) : null;
    }

    private static string? Word(string? text) => text is Public or "authenticated" or Disabled ? text : null;
}
