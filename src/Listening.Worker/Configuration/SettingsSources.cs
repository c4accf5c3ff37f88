namespace Listening.Worker.Configuration;

/// <summary>The places that settings come from, the weakest first.</summary>
internal static class SettingsSources
{
    public const string EnvironmentPrefix = "LISTENING_";

    /// <summary>Throws <see cref="SettingException"/> for a file that is not there or no JSON.</summary>
    public static IEnumerable<SettingsLayer> Read(string? configFile, IReadOnlyDictionary<string, string?> options)
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "appsettings.json");
        if (File.Exists(shipped))
        {
            yield return JsonFile(shipped, "appsettings.json");
        }

        if (configFile is not null)
        {
            yield return JsonFile(configFile, configFile);
        }

        yield return new SettingsLayer("the environment", Flat(new ConfigurationBuilder().AddEnvironmentVariables(EnvironmentPrefix).Build()));
        yield return new SettingsLayer("the command line", options);
    }

    /// <summary>Throws <see cref="SettingException"/> for a file that is not there or no JSON.</summary>
    public static SettingsLayer JsonFile(string path, string name)
    {
        var full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            throw new SettingException($"The settings file '{path}' does not exist: give --config the path of a JSON file.");
        }

        try
        {
            using var stream = File.OpenRead(full);
            return new SettingsLayer(name, Flat(new ConfigurationBuilder().AddJsonStream(stream).Build()));
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or System.Text.Json.JsonException)
        {
            throw new SettingException($"The settings file '{path}' is no JSON: {e.GetBaseException().Message.TrimEnd('.')}.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"The settings file '{path}' cannot be read: {e.Message.TrimEnd('.')}.", e);
        }
    }

    private static Dictionary<string, string?> Flat(IConfigurationRoot configuration)
    {
        var all = configuration.AsEnumerable().ToList();
        var levels = all
            .Select(pair => pair.Key.LastIndexOf(':') is var end and > 0 ? pair.Key[..end] : null)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return all
            .Where(pair => pair.Value is not null || !levels.Contains(pair.Key))
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
