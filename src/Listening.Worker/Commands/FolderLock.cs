using Listening.Worker.Configuration;

namespace Listening.Worker.Commands;

/// <summary>Keeps a second worker off a data folder. The operating system lets go of it however this process ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private const int Tries = 50;

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
            return new FolderLock(Hold(folder));
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

    /// <summary>Whether a worker has the folder now; false too where none ever ran. Whatever cannot be looked at counts as taken.</summary>
    public static bool IsTaken(string folder)
    {
        try
        {
            using var looked = new FileStream(FileIn(folder), FileMode.Open, FileAccess.Read, FileShare.None);
            return false;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    public void Dispose() => _held.Dispose();

    // Somebody who asks whether it is taken has it for an instant, which must keep no worker from starting.
    private static FileStream Hold(string folder)
    {
        var wait = new SpinWait();
        while (true)
        {
            try
            {
                return new FileStream(FileIn(folder), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (wait.Count < Tries)
            {
                wait.SpinOnce();
            }
        }
    }

    private static string FileIn(string folder) => Path.Combine(folder, "worker.lock");
}
