using System.Text.Json;

namespace Listening.Worker.Configuration;

/// <summary>What <c>--demo</c> reads: the scripted hosts, every few seconds.</summary>
internal static class DemoSettings
{
    /// <summary>The file in the demo's folder where commands beside a running demo find them: its ports are known to nobody else.</summary>
    public const string FileName = "demo.json";

    public static Dictionary<string, string?> For(IReadOnlyList<string> hosts) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["Platforms:Only"] = "Mastodon",
        ["Platforms:Mastodon:Hosts"] = string.Join(',', hosts),
        ["Platforms:Mastodon:Tokens"] = "", // those of the real world stay there
        ["Platforms:Mastodon:TokensFile"] = "",
        ["Polling:MinInterval"] = "2s",
        ["Polling:MaxInterval"] = "10s",
    };

    /// <summary>Leaves them in the demo's folder; with Elasticsearch nothing is kept on disk.</summary>
    public static void Leave(Settings settings, IReadOnlyList<string> hosts)
    {
        if (!settings.UsesElasticsearch)
        {
            File.WriteAllText(Path.Combine(settings.Folder, FileName), JsonSerializer.Serialize(For(hosts)));
        }
    }
}
