namespace Listening.Worker.Commands;

/// <summary>A file that the user asked for: what is said where it cannot be written.</summary>
internal static class OutputFile
{
    /// <summary>Its full path. Throws <see cref="CommandFailedException"/> where no file can be.</summary>
    public static string Require(string path)
    {
        var whole = Path.GetFullPath(path);
        return Directory.Exists(whole) || !Directory.Exists(Path.GetDirectoryName(whole))
            ? throw new CommandFailedException($"{path} cannot be written: {(Directory.Exists(whole) ? "it is a folder" : "its folder is not there")}; name a file in a folder that is there.")
            : whole;
    }

    /// <summary>The name of the part that is written first is nobody's business.</summary>
    public static CommandFailedException NotWritten(string path, string part, Exception e) =>
        new($"{path} cannot be written ({e.Message.Replace(part, path, StringComparison.Ordinal).TrimEnd('.')}); check its folder, its rights and the free space.", e);
}
