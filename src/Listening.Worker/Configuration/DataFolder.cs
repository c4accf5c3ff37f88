namespace Listening.Worker.Configuration;

/// <summary>The folder of the embedded store.</summary>
internal static class DataFolder
{
    /// <summary>The configured folder, else <c>listening</c> in the user's data folder (<c>$XDG_DATA_HOME</c>, <c>~/.local/share</c>, <c>%LOCALAPPDATA%</c>); the demo has its own below it.</summary>
    public static string Of(string? configured, bool demo)
    {
        var folder = configured;
        if (string.IsNullOrWhiteSpace(folder))
        {
            var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            folder = home.Length > 0
                ? Path.Combine(home, "listening")
                : throw new SettingException("There is no home folder to keep data in: give one with --data DIR.");
        }

        folder = Path.GetFullPath(folder);
        return demo ? Path.Combine(folder, "demo") : folder;
    }
}
