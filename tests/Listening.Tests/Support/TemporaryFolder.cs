namespace Listening.Tests.Support;

/// <summary>A folder of its own, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const int Tries = 20;

    public string Path { get; } = Directory.CreateTempSubdirectory("listening-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    // A process that was killed may still write for a moment, so that a folder is not empty when it is to go.
    public void Dispose()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
                return;
            }
            catch (IOException) when (attempt < Tries)
            {
                SpinWait.SpinUntil(() => false, TimeSpan.FromMilliseconds(50));
            }
        }
    }
}
