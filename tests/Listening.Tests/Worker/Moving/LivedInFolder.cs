using Listening.Tests.Storage.Sqlite;
using Listening.Tests.Worker.Commands;

namespace Listening.Tests.Worker.Moving;

/// <summary>A folder with a <see cref="LivedInStore"/>, made once and copied for each test, and its export.</summary>
public sealed class LivedInFolder : IAsyncLifetime
{
    private readonly CommandLine _made = new();

    public string Export { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        using (var opened = new SqliteTestStore(_made.Folder))
        {
            await LivedInStore.FillAsync(await opened.OpenPreparedAsync(), posts: 1_300, CancellationToken.None);
        }

        Export = (await _made.CallAsync("export", "--all")).Answer;
    }

    public ValueTask DisposeAsync()
    {
        _made.Dispose();
        return ValueTask.CompletedTask;
    }

    internal void CopyTo(CommandLine shell)
    {
        foreach (var file in Directory.GetFiles(_made.Folder))
        {
            File.Copy(file, shell.File(Path.GetFileName(file)));
        }
    }
}
