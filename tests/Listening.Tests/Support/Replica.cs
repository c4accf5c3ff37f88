using Listening.Polling;
using Listening.Stores;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Listening.Tests.Support;

/// <summary>What shares the lanes in one of several workers, with a clock and a way to the leases of its own.</summary>
internal sealed class Replica : IDisposable
{
    public static readonly TimeSpan Term = TimeSpan.FromMinutes(2);
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeLogger<LaneHolder> _logger = new();
    private readonly Lane[] _hosts;

    public Replica(ILaneLeases shared, string[] hosts, TimeSpan clockIsAheadBy = default)
    {
        Leases = new UncertainLeases(shared);
        Time = new FakeTimeProvider(Noon + clockIsAheadBy);
        _hosts = [.. hosts.Select(Host)];
        Holder = new LaneHolder([new StillSource(hosts)], Options.Create(new PollingOptions { LeaseTerm = Term }), Time, _logger, Leases);
    }

    public UncertainLeases Leases { get; }

    public FakeTimeProvider Time { get; }

    public LaneHolder Holder { get; }

    /// <summary>The hosts that it would ask now.</summary>
    public IReadOnlyList<Lane> Hosts => [.. _hosts.Where(lane => Holder.Held(lane) is { IsOpen: true })];

    /// <summary>What it said.</summary>
    public IEnumerable<string> Told => _logger.Collector.GetSnapshot().Select(record => record.Message);

    public static Lane Host(string name) => new("mastodon", name);

    /// <summary>A tick; the store's failures are its own business.</summary>
    public async Task TickAsync()
    {
        try
        {
            await Holder.TickAsync(TestContext.Current.CancellationToken);
        }
        catch (StoreUnavailableException)
        {
            // As the worker's job does: the next tick tries again.
        }
    }

    public void Dispose() => Holder.Dispose();
}
