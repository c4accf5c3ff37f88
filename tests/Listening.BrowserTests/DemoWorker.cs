using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Listening.BrowserTests;

/// <summary>The worker as people start it, with <c>--demo</c>, in a process and a folder of its own.</summary>
internal sealed class DemoWorker : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("listening-demo-");
    private readonly Process _process;

    private DemoWorker()
    {
        Url = $"http://127.0.0.1:{FreePort()}";
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "Listening.Worker.dll"), "run", "--demo", "--data", _folder.FullName, "--urls", Url];
        _process = Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    public string Url { get; }

    /// <summary>Returns when its community is read back to the beginning.</summary>
    public static async Task<DemoWorker> StartAsync(CancellationToken ct)
    {
        var worker = new DemoWorker();
        using var http = new HttpClient { BaseAddress = new Uri(worker.Url) };
        var since = Stopwatch.StartNew();
        while (!await worker.IsReadAsync(http, ct))
        {
            Assert.True(since.Elapsed < Patience, "The demo did not read its community in time.");
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, ct);
        }

        return worker;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<bool> IsReadAsync(HttpClient http, CancellationToken ct)
    {
        Assert.False(_process.HasExited, "The demo ended by itself.");
        try
        {
            var status = JsonElement.Parse(await http.GetStringAsync("/api/v1/status", ct));
            var backfills = status.GetProperty("sources").EnumerateArray()
                .SelectMany(source => source.GetProperty("targets").EnumerateArray())
                .Select(target => target.GetProperty("backfill"))
                .ToList();
            return backfills.Count > 0 && backfills.All(back => back.ValueKind == JsonValueKind.Object && back.GetProperty("done").GetBoolean());
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
