namespace Listening.Tests.Support;

/// <summary>Where things lie beside the built tests.</summary>
internal static class ProjectFolders
{
    /// <summary>The folder of <c>Listening.sln</c>.</summary>
    public static string Repository { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The folder <c>shared</c> (recordings, real servers), or where <c>LISTENING_SHARED</c> points; it may not exist.</summary>
    public static string Shared { get; } =
        Environment.GetEnvironmentVariable("LISTENING_SHARED") is { Length: > 0 } stated ? stated : Path.Combine(Repository, "..", "shared");

    public static string Tests(params string[] parts) => Path.Combine([Repository, "tests", "Listening.Tests", .. parts]);

    public static string Source(params string[] parts) => Path.Combine([Repository, "src", .. parts]);

    private static string Find(string folder)
    {
        var at = new DirectoryInfo(folder);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Listening.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new DirectoryNotFoundException("Listening.sln lies in no folder above the tests.");
    }
}
