using Listening.Connectors.Http;
using Microsoft.Extensions.Options;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>User tokens, each for its own host only. Never printed.</summary>
internal sealed class MastodonTokens(IOptions<MastodonOptions> options)
{
    private readonly Dictionary<string, string> _byHost = options.Value.TokenEntries()
        .Select(MastodonToken.Read)
        .OfType<MastodonToken>()
        .ToDictionary(token => token.Host, token => token.Secret, StringComparer.Ordinal);

    /// <summary>What is sent to that host; null where it is read anonymously.</summary>
    public string? Of(PlatformHost host) => _byHost.GetValueOrDefault(host.Name);

    public bool Has(PlatformHost host) => _byHost.ContainsKey(host.Name);
}
