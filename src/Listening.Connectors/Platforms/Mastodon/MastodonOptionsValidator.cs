using Listening.Connectors.Http;
using Microsoft.Extensions.Options;

namespace Listening.Connectors.Platforms.Mastodon;

internal sealed class MastodonOptionsValidator : IValidateOptions<MastodonOptions>
{
    public ValidateOptionsResult Validate(string? name, MastodonOptions options)
    {
        var wrong = options.Hosts.Where(host => !PlatformHost.TryParse(host, out _)).Select(host => $"'{host}'").ToArray();
        return wrong.Length == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Platforms:Mastodon:Hosts holds {string.Join(", ", wrong)}: write a host as name, name:port or a URL without a path.");
    }
}
