using Listening.Connectors.Http;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>One entry <c>host=token</c>. No record: those print what they hold.</summary>
internal sealed class MastodonToken
{
    private MastodonToken(string host, string secret) => (Host, Secret) = (host, secret);

    /// <summary>As in <see cref="HostName"/>.</summary>
    public string Host { get; }

    public string Secret { get; }

    /// <summary>Null for what is no such entry, or could not be sent in a header.</summary>
    public static MastodonToken? Read(string entry)
    {
        var parts = entry.Split('=', 2, StringSplitOptions.TrimEntries);
        return parts is [var name, { Length: > 0 } secret] && secret.All(character => character is > ' ' and <= '~') && PlatformHost.TryParse(name, out var host)
            ? new MastodonToken(host.Name, secret)
            : null;
    }
}
