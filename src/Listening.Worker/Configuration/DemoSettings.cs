using System.Text.Json;
using Listening.Worker.Configuration;
using Listening.Worker.Demo;

namespace Listening.Worker.Commands;

/// <summary>What <c>--demo</c> reads: the scripted hosts, every few seconds.</summary>
internal static class DemoSettings
{
    public static Dictionary<string, string?> For(DemoFediverse? demo) => demo is null
        ? new(StringComparer.OrdinalIgnoreCase)
        : new(StringComparer.OrdinalIgnoreCase)
        {
            ["Platforms:Only"] = "Mastodon",
            ["Platforms:Mastodon:Hosts"] = string.Join(',', demo.Hosts),
            ["Polling:MinInterval"] = "2s",
            ["Polling:MaxInterval"] = "10s",
        };

    /// <summary>Leaves them where commands beside a running demo find them: its ports are known to nobody else.</summary>
    public static void Leave(Settings settings, DemoFediverse? demo)
    {
        if (demo is not null && !settings.UsesElasticsearch)
        {
            File.WriteAllText(Path.Combine(settings.Folder, DataFolder.DemoSettings), JsonSerializer.Serialize(For(demo)));
        }
    }
}
