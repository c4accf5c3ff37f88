using Microsoft.Extensions.Configuration;

namespace Listening.Connectors.Configuration;

/// <summary>Lists in settings: indexed keys, or one text separated by commas.</summary>
internal static class ConfigurationLists
{
    public static IList<string> List(this IConfigurationSection section, string key) => section[key] is { Length: > 0 } text
        ? text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        : [.. section.GetSection(key).GetChildren().Select(child => child.Value?.Trim()).OfType<string>().Where(item => item.Length > 0)];
}
