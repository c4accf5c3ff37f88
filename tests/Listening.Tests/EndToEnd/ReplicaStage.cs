using Listening.Worker.Demo.Fediverse;
using Listening.Worker.Demo.Fediverse.Faults;

namespace Listening.Tests.EndToEnd;

/// <summary>Several workers on one Elasticsearch, told apart by what they say of themselves to the hosts, and what the hosts saw of them.</summary>
internal sealed class ReplicaStage : IAsyncDisposable
{
    private const int Hosts = 4;

    private readonly Scene _scene;
    private readonly string _term;
    private readonly List<(string Contact, WorkerProcess Process)> _started = [];

    private ReplicaStage(Scene scene, string term) => (_scene, _term) = (scene, term);

    public Scene Scene => _scene;

    public static async Task<ReplicaStage> OpenAsync(EventScript script, string term)
    {
        var scene = await Scene.OpenAsync(new ElasticsearchWorkerStore(), new FediverseScript
        {
            Hosts = [Host(EventScript.Host), .. Enumerable.Range(2, Hosts - 1).Select(number => Host($"host{number}.example"))],
            Posts = script.History(),
        });
        SlowDown(scene);
        return new ReplicaStage(scene, term);
    }

    /// <summary>Starts a worker and gives its contact.</summary>
    public string Start()
    {
        var contact = $"https://worker{_started.Count}.example/about";
        _started.Add((contact, _scene.WatchToo(new Dictionary<string, string> { ["Http:Contact"] = contact, ["Polling:LeaseTerm"] = _term })));
        return contact;
    }

    public WorkerProcess ProcessOf(string contact) => _started.Single(started => started.Contact == contact).Process;

    /// <summary>Whoever asked each host last since the moment.</summary>
    public IReadOnlyDictionary<string, string> AskedBy(DateTimeOffset since = default) => _scene.Fediverse.Hosts
        .Select(host => (host.Name, Last: host.Requests.All().LastOrDefault(request => request.At > since)))
        .Where(host => host.Last is not null)
        .ToDictionary(host => host.Name, host => ContactOf(host.Last!));

    /// <summary>Waits until each of the workers is the only one that asked its equal share of the hosts for a while.</summary>
    public async Task UntilSharedAsync(params string[] workers) => await Scene.UntilAsync(
        () =>
        {
            var since = TimeProvider.System.GetUtcNow() - TimeSpan.FromSeconds(4);
            var asking = _scene.Fediverse.Hosts
                .Select(host => host.Requests.All().Where(request => request.At > since).Select(ContactOf).Distinct().ToList())
                .ToList();
            return Task.FromResult(asking.All(host => host.Count == 1) && workers.All(worker => asking.Count(host => host[0] == worker) == Hosts / workers.Length));
        },
        () => $"the hosts were asked by {string.Join(", ", AskedBy())}.{Told()}");

    /// <summary>How long after the moment the last of the hosts was asked by the worker.</summary>
    public async Task<TimeSpan> UntilTakenOverAsync(IEnumerable<string> hosts, string worker, DateTimeOffset since)
    {
        var lost = _scene.Fediverse.Hosts.Where(host => hosts.Contains(host.Name)).ToList();
        await Scene.UntilAsync(() => Task.FromResult(lost.All(host => First(host) is not null)), () => $"{worker} did not take over.{Told()}");
        return lost.Max(host => First(host)!.At) - since;

        ScriptedRequest? First(ScriptedHost host) => host.Requests.All().FirstOrDefault(request => request.At > since && ContactOf(request) == worker);
    }

    /// <summary>Waits until the store holds what the hosts list, each post once and as its own host tells it.</summary>
    public async Task UntilCollectedAsync()
    {
        var (missing, wrong) = (0, 0);
        await Scene.UntilAsync(
            async () =>
            {
                var stored = (await _scene.ExportAsync()).Select(ExpectedPost.Facts).ToList();
                var listed = ExpectedPost.Of(_scene.Fediverse.Hosts).Select(ExpectedPost.Facts).ToList();
                (missing, wrong) = (listed.Except(stored).Count(), stored.Count - listed.Intersect(stored).Count());
                return missing + wrong == 0;
            },
            () => $"{missing} posts are missing, {wrong} are there twice or differ.{Told()}");
    }

    /// <summary>Each time that a host had requests of two workers in work at once.</summary>
    public IReadOnlyList<string> Overlaps()
    {
        List<string> overlaps = [];
        foreach (var host in _scene.Fediverse.Hosts)
        {
            Dictionary<string, DateTimeOffset> busyUntil = [];
            foreach (var request in host.Requests.All())
            {
                var contact = ContactOf(request);
                overlaps.AddRange(busyUntil.Where(other => other.Key != contact && other.Value > request.At).Select(other => $"{host.Name}: {other.Key} until {other.Value:O}, {contact} at {request.At:O}"));
                var end = request.EndedAt ?? DateTimeOffset.MaxValue;
                busyUntil[contact] = busyUntil.GetValueOrDefault(contact) > end ? busyUntil[contact] : end;
            }
        }

        return overlaps;
    }

    /// <summary>How often a host went from one worker to another.</summary>
    public int Handovers() => _scene.Fediverse.Hosts.Sum(host => host.Requests.All() is var all ? all.Zip(all.Skip(1)).Count(pair => ContactOf(pair.First) != ContactOf(pair.Second)) : 0);

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, process) in _started)
        {
            await process.DisposeAsync();
        }

        await _scene.DisposeAsync();
    }

    public string Told() => string.Concat(_started.Select(started => $"\n{started.Contact} said:\n{started.Process.Told}"));

    private static string ContactOf(ScriptedRequest request) => request.UserAgent.Split("(+")[^1].TrimEnd(')');

    // So slow that two who ask at the same time are seen to do so.
    private static void SlowDown(Scene scene) => scene.Fediverse.Hosts.ToList().ForEach(host => host.Faults.Always(new Late(TimeSpan.FromMilliseconds(150))));

    private static HostScript Host(string name) => new(name) { IsNamedByAddress = true, Limits = new ScriptedLimits(10_000, 10_000) };
}
