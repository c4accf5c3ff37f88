using Microsoft.Extensions.Configuration;

namespace Listening.Connectors.Platforms;

/// <summary>The settings of one platform, and whether the operator wants it read.</summary>
internal sealed class PlatformSection(IConfiguration configuration, string name)
{
    public IConfigurationSection Settings { get; } = configuration.GetSection($"Platforms:{name}");

    /// <summary>Named in <c>Platforms:Only</c> where that names any, and not switched off by <c>Enabled</c>.</summary>
    public bool IsWanted { get; } =
        configuration.GetSection("Platforms").List("Only") is var only
        && (only.Count == 0 || only.Contains(name, StringComparer.OrdinalIgnoreCase))
        && configuration.GetValue($"Platforms:{name}:Enabled", defaultValue: true);
}
