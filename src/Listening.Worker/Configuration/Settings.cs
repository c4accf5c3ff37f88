using Listening.Storage;
using Listening.Worker.Demo;
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
    public bool UsesElasticsearch => StorageServiceCollectionExtensions.UsesElasticsearch(Configuration);

    /// <summary>Throws <see cref="SettingException"/>.</summary>
    public static Settings Load(string? configFile, bool demo, IReadOnlyDictionary<string, string?> options) =>
        From(SettingsSources.Read(configFile, options), demo);

    /// <summary>Throws <see cref="SettingException"/>.</summary>
    public static Settings From(IEnumerable<SettingsLayer> layers, bool demo)
    {
        List<SettingsLayer> all = [.. layers];
        var merge = Merge(all);
        var folder = DataFolder.Of(merge.Value("Storage:Directory"), demo);
        if (demo)
        {
            all.Insert(Math.Max(0, all.Count - 1), DemoLayer(Path.Combine(folder, DemoSettings.FileName)));
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

    // A demo that keeps nothing on disk is found at its usual addresses; whatever happens, --demo asks nobody in the real world.
    private static SettingsLayer DemoLayer(string running) => File.Exists(running)
        ? SettingsSources.JsonFile(running, "the running demo")
        : new SettingsLayer("the demo", DemoSettings.For(DemoFediverse.UsualHosts));

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
