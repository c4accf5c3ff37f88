using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Listening.Storage.Elasticsearch;
using Listening.Tests.Support;

namespace Listening.Benchmarks.Bulk;

/// <summary>The bulk helper of the official JavaScript client, installed into a folder of its own: as large requests, as many at once.</summary>
internal sealed class JavaScriptHelper : IDisposable
{
    private const string Package = "@elastic/elasticsearch@8";

    private readonly TemporaryFolder _folder = new();

    private JavaScriptHelper()
    {
    }

    /// <summary>Null, and a line that says why, where Node.js or the package cannot be had.</summary>
    public static async Task<JavaScriptHelper?> InstallAsync(CancellationToken ct)
    {
        var helper = new JavaScriptHelper();
        try
        {
            await helper.RunAsync("npm", ["install", "--silent", "--no-audit", "--no-fund", Package], ct);
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            Console.WriteLine($"Without the JavaScript client, which cannot be installed: {e.Message}");
            helper.Dispose();
            return null;
        }

        await using var script = File.Create(helper._folder.File("bulk-helper.mjs"));
        await typeof(JavaScriptHelper).Assembly.GetManifestResourceStream("bulk-helper.mjs")!.CopyToAsync(script, ct);
        return helper;
    }

    public async Task<BulkMeasure> MeasureAsync(Uri node, byte[][] bodies, CancellationToken ct)
    {
        var file = _folder.File("posts.ndjson");
        await using (var lines = File.Create(file))
        {
            foreach (var body in bodies)
            {
                await lines.WriteAsync(body, ct);
            }
        }

        var bytes = bodies.Sum(body => (long)body.Length) / bodies.Length; // so that its requests hold as many posts as ours
        var output = await RunAsync("node", ["--expose-gc", "--max-old-space-size=4096", "bulk-helper.mjs", node.ToString(), file, bytes.ToString(CultureInfo.InvariantCulture), BulkWriter.AtOnce.ToString(CultureInfo.InvariantCulture)], ct);
        using var measured = JsonDocument.Parse(output);
        double Value(string name) => measured.RootElement.GetProperty(name).GetDouble();
        return new(Value("posts") / Value("seconds"), Value("processor") * 100_000 / Value("posts"), Value("megabytes"));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> RunAsync(string program, string[] arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(ct);
        var output = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} failed: {(await error).Trim()}");
    }
}
