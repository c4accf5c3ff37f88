using System.Diagnostics;
using Listening.Tests.Support;

namespace Listening.Tests.EndToEnd.Faults;

/// <summary>One of the servers in <c>servers/</c> of the shared folder, with ports and data of its own, driven by its scripts.</summary>
internal sealed class LoopbackServer(string name, IReadOnlyDictionary<string, string> settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private string Folder => Path.Combine(ProjectFolders.Shared, "servers", name);

    public bool IsThere => Directory.Exists(Folder);

    /// <summary>Runs one of its scripts, which has to end well.</summary>
    public async Task RunAsync(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Folder, $"{script}.sh"), .. arguments]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);

        // Not to the end of the output: a server that was started inherits it.
        await process.WaitForExitAsync(patience.Token);
        Assert.True(process.ExitCode == 0, $"{name}/{script}.sh ended with {process.ExitCode}");
    }
}
