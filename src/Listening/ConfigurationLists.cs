using Microsoft.Extensions.Configuration;

namespace Listening;

/// <summary>Lists in settings: indexed keys, or one text separated by commas. Items are trimmed and never empty.</summary>
public static class ConfigurationLists
{
    /// <summary>The items under a key; none where it is not set.</summary>
    public static IList<string> List(this IConfigurationSection section, string key)
    {
        var list = section.GetSection(key);
        return [.. list.GetChildren().Select(item => item.Value).Prepend(list.Value)
            .SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
    }
}
