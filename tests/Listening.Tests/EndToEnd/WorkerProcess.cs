using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Listening.Tests.EndToEnd;

/// <summary>The built worker as its own process, gone at the latest when this is disposed.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private const string Prefix = "LISTENING_";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process = new();
    private readonly StringBuilder _answer = new();
    private readonly StringBuilder _told = new();

    private WorkerProcess(IReadOnlyDictionary<string, string> settings, IEnumerable<string> arguments)
    {
        _process.StartInfo = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8 };
        _process.StartInfo.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Listening.Worker.dll"));
        foreach (var argument in arguments)
        {
            _process.StartInfo.ArgumentList.Add(argument);
        }

        foreach (var inherited in _process.StartInfo.Environment.Keys.Where(name => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)).ToList())
        {
            _process.StartInfo.Environment.Remove(inherited);
        }

        foreach (var (name, value) in settings)
        {
            _process.StartInfo.Environment[Prefix + name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        _process.OutputDataReceived += (_, line) => Append(_answer, line.Data);
        _process.ErrorDataReceived += (_, line) => Append(_told, line.Data);
    }

    /// <summary>Standard output so far.</summary>
    public string Answer => Text(_answer);

    /// <summary>Standard error so far.</summary>
    public string Told => Text(_told);

    /// <summary>Starts it with settings by their names, e.g. <c>Polling:MinInterval</c>, and nothing inherited.</summary>
    public static WorkerProcess Start(IReadOnlyDictionary<string, string> settings, params IEnumerable<string> arguments)
    {
        var worker = new WorkerProcess(settings, arguments);
        worker._process.Start();
        worker._process.BeginOutputReadLine();
        worker._process.BeginErrorReadLine();
        return worker;
    }

    /// <summary>Runs a verb to its end, which has to be a good one, and gives its standard output.</summary>
    public static async Task<string> AskAsync(IReadOnlyDictionary<string, string> settings, params IEnumerable<string> arguments)
    {
        await using var worker = Start(settings, arguments);
        var exit = await worker.ExitAsync();
        Assert.True(exit == 0, $"'{string.Join(' ', arguments)}' ended with {exit}: {worker.Told}");
        return worker.Answer;
    }

    /// <summary>The exit code.</summary>
    public async Task<int> ExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The worker did not end within {Patience.TotalSeconds} s. It said: {Told}");
        }

        return _process.ExitCode;
    }

    /// <summary>What all its threads have used until now, however busy the machine is.</summary>
    public TimeSpan ProcessorTime()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    /// <summary>What it holds in memory now.</summary>
    public double ResidentMegabytes()
    {
        _process.Refresh();
        return _process.WorkingSet64 / 1024.0 / 1024.0;
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM; gives the exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await signal.WaitForExitAsync();
        return await ExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            lock (text)
            {
                text.Append(line).Append('\n');
            }
        }
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
