namespace Listening.Storage;

/// <summary>Settings <c>Storage:*</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>
    /// Folder of the embedded store's file, <c>listening.db</c>. Default: <c>listening</c> in the user's data folder
    /// (<c>$XDG_DATA_HOME</c>, else <c>~/.local/share</c>; on Windows the local application data).
    /// </summary>
    public string Directory { get; set; } = DefaultDirectory();

    // A variable that is set to nothing means the default, not the current folder.
    internal string File => Path.GetFullPath(Path.Combine(string.IsNullOrWhiteSpace(Directory) ? DefaultDirectory() : Directory, "listening.db"));

    private static string DefaultDirectory()
    {
        var dataHome = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        // The XDG specification: a relative path is to be ignored.
        var folder = OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Path.IsPathFullyQualified(dataHome ?? "") ? dataHome!
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share");
        return Path.Combine(folder, "listening");
    }
}
