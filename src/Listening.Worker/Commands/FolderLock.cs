using Listening.Worker.Configuration;

namespace Listening.Worker.Commands;

/// <summary>Keeps a second worker off a data folder. The operating system lets go of it however this process ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _held;

    private FolderLock(FileStream held) => _held = held;

    /// <summary>Throws <see cref="CommandFailedException"/> when another worker has it.</summary>
    public static FolderLock Take(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"The data folder {folder} cannot be made: {e.Message.TrimEnd('.')}; give another with --data DIR.", e);
        }

        try
        {
            return new FolderLock(new FileStream(Path.Combine(folder, "worker.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new SettingException($"The data folder {folder} cannot be written to; give another with --data DIR.", e);
        }
        catch (IOException e)
        {
            throw new CommandFailedException($"Another worker uses {folder}; stop it, or give this one a folder of its own with --data DIR.", e);
        }
    }

    public void Dispose() => _held.Dispose();
}
