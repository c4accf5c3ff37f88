using System.Diagnostics;

namespace Listening.Benchmarks.Memory;

/// <summary>The built worker as a user starts it, gone at the latest when this is disposed.</summary>
internal sealed class FollowingWorker : IDisposable
{
    private const string Prefix = "LISTENING_";
    private readonly Process _process;

    private FollowingWorker(Process process) => _process = process;

    public bool HasEnded => _process.HasExited;

    public static FollowingWorker Start(IReadOnlyDictionary<string, string> settings, IEnumerable<string> arguments, Action<string> says)
    {
        var process = new Process { StartInfo = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true } };
        process.StartInfo.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Listening.Worker.dll"));
        foreach (var argument in arguments)
        {
            process.StartInfo.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in settings)
        {
            process.StartInfo.Environment[Prefix + name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        process.OutputDataReceived += (_, line) => says(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => says(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new FollowingWorker(process);
    }

    public double ResidentMegabytes()
    {
        _process.Refresh();
        return _process.WorkingSet64 / 1e6;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
