using Microsoft.Extensions.Options;

namespace Listening.Connectors.Platforms;

internal sealed class PlatformsOptionsValidator(IReadOnlyCollection<string> names) : IValidateOptions<PlatformsOptions>
{
    public ValidateOptionsResult Validate(string? name, PlatformsOptions options)
    {
        var unknown = options.Only.Except(names, StringComparer.OrdinalIgnoreCase).Select(only => $"'{only}'").ToArray();
        return unknown.Length == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Platforms:Only names {string.Join(", ", unknown)}, which does not exist: there is {string.Join(", ", names)}.");
    }
}
