using Microsoft.Extensions.Configuration.Memory;

namespace Listening.Worker.Configuration;

/// <summary>All settings of one process, checked.</summary>
/// <param name="Configuration">In the form that the configuration binder reads.</param>
/// <param name="Warnings">One sentence for each key that is not known.</param>
/// <param name="Folder">Full path of the embedded store's folder.</param>
/// <param name="IsDemo">Whether <c>--demo</c> was given.</param>
internal sealed record Settings(IConfiguration Configuration, IReadOnlyList<string> Warnings, string Folder, bool IsDemo)
{
    /// <summary>Whether everything lives in Elasticsearch, and nothing in <see cref="Folder"/>.</summary>
    public bool UsesElasticsearch => Configuration.GetSection("Storage:Elasticsearch:Urls").GetChildren().Any();

    /// <summary>Throws <see cref="SettingException"/>.</summary>
    public static Settings Load(string? configFile, bool demo, IReadOnlyDictionary<string, string?> options) =>
        From(SettingsSources.Read(configFile, options), demo);

    /// <summary>Throws <see cref="SettingException"/>.</summary>
    public static Settings From(IEnumerable<SettingsLayer> layers, bool demo)
    {
        List<SettingsLayer> all = [.. layers];
        var merge = Merge(all);
        var folder = DataFolder.Of(merge.Value("Storage:Directory"), demo);
        var running = Path.Combine(folder, DataFolder.DemoSettings);
        if (demo && File.Exists(running))
        {
            all.Insert(all.Count - 1, SettingsSources.JsonFile(running, "the running demo"));
            merge = Merge(all);
        }

        var values = new Dictionary<string, string?>(merge.Result(), StringComparer.OrdinalIgnoreCase) { ["Storage:Directory"] = folder };
        if (demo)
        {
            values["Storage:Elasticsearch:IndexPrefix"] = $"{merge.Value("Storage:Elasticsearch:IndexPrefix") ?? "listening"}-demo";
        }

        var configuration = new ConfigurationBuilder().Add(new MemoryConfigurationSource { InitialData = values }).Build();
        SettingsCheck.Run(configuration, SettingsCatalog.Sections);
        return new Settings(configuration, merge.Warnings, folder, demo);
    }

    private static SettingsMerge Merge(IEnumerable<SettingsLayer> layers)
    {
        var merge = new SettingsMerge(SettingsCatalog.Sections);
        foreach (var layer in layers)
        {
            merge.Lay(layer);
        }

        return merge;
    }
}
