using System.Net;
using System.Net.Sockets;
using Listening.Benchmarks.Measuring;
using Listening.Tests.Support;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Benchmarks.Memory;

/// <summary>How much memory the worker takes while it follows many hashtags.</summary>
internal sealed class MemoryBenchmark : IBenchmark
{
    private const double AimMegabytes = 200;
    private static readonly TimeSpan Sample = TimeSpan.FromSeconds(10);

    public string Name => "memory";

    public string Measures => "resident memory of the worker while it follows many hashtags on hosts that allow it";

    public string Options => "--minutes 10, --hashtags 500, --hosts 5";

    public async Task RunAsync(Arguments arguments, CancellationToken ct)
    {
        var (minutes, hashtags, hosts) = (arguments.Number("--minutes", 10), arguments.Number("--hashtags", 500), arguments.Number("--hosts", 5));
        var time = TimeProvider.System;
        var topics = new Hashtags(hashtags, hosts, time.GetUtcNow());
        await using var fediverse = await ScriptedFediverse.StartAsync(topics.Script(), time, ct);
        using var folder = new TemporaryFolder();
        var lines = 0;
        string? last = null;
        using var worker = FollowingWorker.Start(
            new Dictionary<string, string>
            {
                ["Storage:Directory"] = folder.Path,
                ["Platforms:Mastodon:Hosts"] = string.Join(',', fediverse.Hosts.Select(host => host.BaseAddress.GetLeftPart(UriPartial.Authority))),
            },
            ["watch", .. topics.Names, "--urls", $"http://127.0.0.1:{FreePort()}"],
            line =>
            {
                Interlocked.Increment(ref lines);
                last = line;
            });
        List<double> megabytes = [];
        for (var sample = 1; sample <= minutes * 60 / Sample.TotalSeconds && !worker.HasEnded; sample++)
        {
            await Task.Delay(Sample, time, ct);
            megabytes.Add(worker.HasEnded ? 0 : worker.ResidentMegabytes());
            Console.WriteLine($"  {sample * Sample.TotalSeconds,5:F0} s {megabytes[^1],6:F0} MB, {fediverse.Hosts.Sum(host => host.Requests.All().Count):N0} requests, {lines} lines");
        }

        if (worker.HasEnded)
        {
            Console.WriteLine($"The worker ended by itself; its last line: {last}");
            return;
        }

        var (middle, end) = (Third(megabytes, 1), Third(megabytes, 2));
        Console.WriteLine($"at most {megabytes.Max():F0} MB (aim: under {AimMegabytes} MB); median of the second third {middle:F0} MB, of the last {end:F0} MB: {(end - middle) / middle:+0 %;-0 %} (aim: flat)");
    }

    private static double Third(List<double> values, int which) => values.Skip(values.Count * which / 3).Take(Math.Max(1, values.Count / 3)).Median();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
