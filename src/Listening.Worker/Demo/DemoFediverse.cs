using Listening.Worker.Demo.Community;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Worker.Demo;

/// <summary>What <c>--demo</c> follows: invented hosts with invented people, on ports of this machine.</summary>
internal sealed class DemoFediverse : IAsyncDisposable
{
    private const int Seed = 20;
    private const int FirstPort = 5181;

    private readonly ScriptedFediverse _fediverse;

    private DemoFediverse(ScriptedFediverse fediverse) => _fediverse = fediverse;

    /// <summary>What there is to follow, without #.</summary>
    public static string Hashtag => DemoCommunity.Hashtag;

    /// <summary>What <see cref="Hosts"/> are while their ports are free.</summary>
    public static IReadOnlyList<string> UsualHosts => [.. DemoCommunity.HostNames.Select((_, index) => $"http://127.0.0.1:{FirstPort + index}")];

    /// <summary>Values for <c>Platforms:Mastodon:Hosts</c>, e.g. <c>http://127.0.0.1:5181</c>; the same at each start while these ports are free.</summary>
    public IReadOnlyList<string> Hosts => [.. _fediverse.Hosts.Select(host => host.BaseAddress.GetLeftPart(UriPartial.Authority))];

    public static async Task<DemoFediverse> StartAsync(TimeProvider time, CancellationToken ct)
    {
        var script = new FediverseScript
        {
            Hosts = [.. DemoCommunity.HostNames.Select((name, index) => HostOf(name, FirstPort + index))],
            Story = new DemoCommunity(Seed, time.GetUtcNow()).Story,
        };
        return new DemoFediverse(await ScriptedFediverse.StartAsync(script, time, ct));
    }

    public ValueTask DisposeAsync() => _fediverse.DisposeAsync();

    /// <summary>A demo is polled every few seconds, which Mastodon's own limits would not allow for long.</summary>
    private static HostScript HostOf(string name, int port) => new(name) { Port = port, MayUseAnotherPort = true, Limits = new ScriptedLimits(3000, 3000) };
}
