using Listening.Connectors.Http;
using Microsoft.Extensions.Options;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>Says in one sentence a problem which setting has to be corrected; never repeats a token, nor what may be one.</summary>
internal sealed class MastodonOptionsValidator : IValidateOptions<MastodonOptions>
{
    public ValidateOptionsResult Validate(string? name, MastodonOptions options)
    {
        var wrong = options.Hosts.Where(host => !PlatformHost.TryParse(host, out _)).Select(host => $"'{host}'").ToArray();
        string[] problems = wrong.Length > 0
            ? [$"Platforms:Mastodon:Hosts holds {string.Join(", ", wrong)}: write a host as name, name:port or a URL without a path."]
            : [.. Tokens(options)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Tokens(MastodonOptions options)
    {
        var setting = string.IsNullOrWhiteSpace(options.TokensFile) ? "Platforms:Mastodon:Tokens" : "Platforms:Mastodon:TokensFile";
        if (Entries(options) is not { } entries)
        {
            return [$"Platforms:Mastodon:TokensFile '{options.TokensFile}' cannot be read: check its path and permissions."];
        }

        var hosts = options.ConfiguredHosts().Select(host => host.Name).ToArray();
        var tokens = entries.Select(MastodonToken.Read).ToArray();
        return tokens.Select((token, index) => Problem(token, $"{setting} holds an entry (number {index + 1})", hosts))
            .Concat(tokens.OfType<MastodonToken>().GroupBy(token => token.Host).Where(same => same.Count() > 1).Select(same => Twice(setting, same.Key, hosts)))
            .OfType<string>();
    }

    private static string? Problem(MastodonToken? token, string entry, string[] hosts) => token switch
    {
        null => $"{entry} that is no host=token: write the host, '=' and its token, with nothing else.",
        _ when hosts.Contains(token.Host, StringComparer.Ordinal) => null,
        _ when MayBeTurnedRound(token) => $"{entry} that begins with none of the hosts that are read ({string.Join(", ", hosts)}): write host=token, the host first.",
        _ => $"{entry} for {token.Host}, which is none of the hosts that are read ({string.Join(", ", hosts)}): add it to Platforms:Mastodon:Hosts, or remove its token.",
    };

    private static string? Twice(string setting, string host, string[] hosts) =>
        hosts.Contains(host, StringComparer.Ordinal) ? $"{setting} holds more than one token for {host}: keep one." : null;

    // What stands where the host should is not repeated then: it may be the token.
    private static bool MayBeTurnedRound(MastodonToken token) =>
        !token.Host.Contains('.', StringComparison.Ordinal) || token.Secret.Contains('.', StringComparison.Ordinal);

    private static IReadOnlyList<string>? Entries(MastodonOptions options)
    {
        try
        {
            return options.TokenEntries();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
