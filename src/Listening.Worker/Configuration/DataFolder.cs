using Listening.Storage;

namespace Listening.Worker.Configuration;

/// <summary>The folder of the embedded store.</summary>
internal static class DataFolder
{
    /// <summary>The configured folder, else the one in the user's data folder; the demo has its own below it.</summary>
    public static string Of(string? configured, bool demo)
    {
        var folder = Path.GetFullPath(string.IsNullOrWhiteSpace(configured) ? new StorageOptions().Directory : configured);
        return demo ? Path.Combine(folder, "demo") : folder;
    }
}
