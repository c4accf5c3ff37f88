using Listening.Connectors.Http;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>Settings <c>Platforms:Mastodon:*</c>.</summary>
public sealed class MastodonOptions
{
    /// <summary>The hosts that are asked where <see cref="Hosts"/> is empty: large, open to anonymous readers, and without terms that forbid it.</summary>
    public static readonly IReadOnlyList<string> DefaultHosts = ["mstdn.social", "mastodon.world", "mas.to"];

    /// <summary>Whether Mastodon is read at all; default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The hosts to ask, each <c>name</c>, <c>name:port</c> (https) or a URL; empty (default): <see cref="DefaultHosts"/>.</summary>
    public IList<string> Hosts { get; set; } = [];

    /// <summary>User tokens for hosts that show hashtags to signed-in people only, each <c>host=token</c>, sent to that host and to no other; default none.</summary>
    public IList<string> Tokens { get; set; } = [];

    /// <summary>A file that holds the tokens, one <c>host=token</c> a line; wins where both are given.</summary>
    public string? TokensFile { get; set; }

    /// <summary>The hosts that hold, each once. Throws <see cref="FormatException"/> for what the validator refuses.</summary>
    internal IReadOnlyList<PlatformHost> ConfiguredHosts() => [.. (Hosts.Count > 0 ? [.. Hosts] : DefaultHosts)
        .Select(text => PlatformHost.TryParse(text, out var host) ? host : throw new FormatException($"'{text}' is no host."))
        .DistinctBy(host => host.Name)];

    /// <summary>The configured host of this name; somebody who asks for another one is a bug.</summary>
    internal PlatformHost HostNamed(string name) => ConfiguredHosts().First(host => host.Name == name);

    /// <summary>The tokens that hold, as they were written. Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> for a file that cannot be read.</summary>
    internal IReadOnlyList<string> TokenEntries() => string.IsNullOrWhiteSpace(TokensFile)
        ? [.. Tokens]
        : [.. File.ReadLines(TokensFile).Select(line => line.Trim()).Where(line => line.Length > 0)];
}
