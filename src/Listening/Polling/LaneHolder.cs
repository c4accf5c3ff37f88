using System.Collections.Concurrent;
using System.Security.Cryptography;
using Listening.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Listening.Polling;

/// <summary>
/// Which lanes are ours. Where workers share a store, each tick reads every lease, renews ours, gives up what is more than our share of the
/// hosts and takes what is free or lapsed up to it; the jobs go to whoever is first. Without leases every lane is ours for good.
/// </summary>
public sealed partial class LaneHolder : IDisposable
{
    private static readonly Lane[] Jobs = [Lane.Alerts, Lane.Retention];

    private readonly ILaneLeases? _leases;
    private readonly Lane[] _hosts;
    private readonly PollingOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<LaneHolder> _logger;
    private readonly LeaseSightings _sightings;
    private readonly ConcurrentDictionary<Lane, LaneHold> _held = [];
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private bool _hasLooked;
    private bool _hasEnded;

    /// <summary>Holds nothing before the first tick.</summary>
    /// <param name="sources">Whose hosts are shared.</param>
    /// <param name="options">How long a lease lasts.</param>
    /// <param name="time">Only its monotonic clock decides anything.</param>
    /// <param name="logger">Told what is taken, given up and lost.</param>
    /// <param name="leases">Null where the store belongs to one worker.</param>
    public LaneHolder(IEnumerable<IPostSource> sources, IOptions<PollingOptions> options, TimeProvider time, ILogger<LaneHolder> logger, ILaneLeases? leases = null)
    {
        (_leases, _options, _time, _logger) = (leases, options.Value, time, logger);
        _hosts = [.. sources.SelectMany(source => source.Hosts.Select(host => new Lane(source.Platform, host)))];
        _sightings = new LeaseSightings(time);
    }

    /// <summary>Our name: the machine's, for people, and what makes it unique to this process.</summary>
    public string Worker { get; } = $"{Environment.MachineName}-{RandomNumberGenerator.GetHexString(6, lowercase: true)}";

    /// <summary>Whether another worker ran at the last tick.</summary>
    public bool HasOthers { get; private set; }

    /// <summary>The lane, where it is ours.</summary>
    public LaneHold? Held(Lane lane) => _leases is null
        ? _held.GetOrAdd(lane, _ => LaneHold.ForGood(_time))
        : _held.GetValueOrDefault(lane);

    /// <summary>Works if the lane is ours and as long as it is; see <see cref="LaneHold.RunAsync"/>.</summary>
    public Task RunAsync(Lane lane, Func<CancellationToken, Task> work, CancellationToken ct) => Held(lane)?.RunAsync(work, ct) ?? Task.CompletedTask;

    /// <summary>To be called at least each second. Throws <see cref="StoreUnavailableException"/>; what is not renewed in time then lapses.</summary>
    public async Task TickAsync(CancellationToken ct)
    {
        if (_leases is null)
        {
            return;
        }

        await _oneAtATime.WaitAsync(ct);
        try
        {
            if (!_hasEnded)
            {
                await TickAsync(_leases, ct);
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Gives up every lane, so that another worker goes on at once. To be called when nothing runs any more; no tick takes any again.</summary>
    public async Task EndAsync(CancellationToken ct)
    {
        if (_leases is null)
        {
            return;
        }

        await _oneAtATime.WaitAsync(ct);
        try
        {
            _hasEnded = true;
            foreach (var lane in _held.Keys)
            {
                Forget(lane);
            }

            // Read again, because a renewal that the end cut short may have been carried out. Ourselves first: until then others leave us our share.
            var ours = (await _leases.ListAsync(ct)).Where(lease => lease.Owner == Worker).ToLookup(lease => lease.Lane.IsOfWorker);
            await ReleaseAsync(_leases, ours[true], ct);
            await ReleaseAsync(_leases, ours[false], ct);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose()
    {
        foreach (var lane in _held.Keys)
        {
            Forget(lane);
        }

        _oneAtATime.Dispose();
    }

    private async Task TickAsync(ILaneLeases leases, CancellationToken ct)
    {
        var stored = (await leases.ListAsync(ct)).ToDictionary(lease => lease.Lane);
        var lapsed = _sightings.Lapsed(stored.Values);
        ForgetLost(stored);

        string[] workers = [.. stored.Values.Where(lease => lease.Lane.IsOfWorker && !lapsed.Contains(lease.Lane)).Select(lease => lease.Owner).Append(Worker).Distinct().Order(StringComparer.Ordinal)];
        HasOthers = workers.Length > 1;
        var share = Share(workers);
        await GiveUpAsync(leases, stored, share, ct);
        await Task.WhenAll(_held.Where(held => held.Value.Age >= _options.LeaseTerm / 3).Select(held => RenewAsync(leases, stored[held.Key], held.Value, ct)));
        await TakeAsync(leases, stored, lapsed, share, ct);
        SayOnceWhoAsksOurHosts(stored.Values);
        await ReleaseAsync(leases, stored.Values.Where(IsLeft), ct);

        // A worker that is gone, a host that nobody reads any more, and a lane of ours whose release got lost.
        bool IsLeft(LaneLease lease) => lease.Owner == Worker ? !_held.ContainsKey(lease.Lane) : lapsed.Contains(lease.Lane) && !Wanted.Contains(lease.Lane);
    }

    private IEnumerable<Lane> Wanted => [Lane.OfWorker(Worker), .. Jobs, .. _hosts];

    // Everybody sees the same names and the same hosts, so the shares add up to all of them; they differ by one at most.
    private int Share(string[] workers) => (_hosts.Length / workers.Length) + (Array.IndexOf(workers, Worker) < _hosts.Length % workers.Length ? 1 : 0);

    // A lane that was not renewed in time, or that somebody took because of that. One that we have in the store but not here is taken again.
    private void ForgetLost(Dictionary<Lane, LaneLease> stored)
    {
        foreach (var (lane, hold) in _held)
        {
            if (hold.IsLost || stored.GetValueOrDefault(lane)?.Owner != Worker)
            {
                Forget(lane);
                Lost(_logger, lane);
            }
        }
    }

    private async Task GiveUpAsync(ILaneLeases leases, Dictionary<Lane, LaneLease> stored, int share, CancellationToken ct)
    {
        var ours = _hosts.Where(_held.ContainsKey).OrderByDescending(lane => _held[lane].IsClosing).ToList();
        var tooMany = ours.Take(Math.Max(ours.Count - share, ours.Count(lane => _held[lane].IsClosing)));
        var given = tooMany.Where(lane => _held[lane].Close()).ToList();
        given.ForEach(Forget);
        await ReleaseAsync(leases, given.Select(lane => stored[lane]), ct);
        foreach (var lane in given)
        {
            stored.Remove(lane);
            GivenUp(_logger, lane);
        }
    }

    // All at once, as they are taken: each write waits until everybody can see it.
    private static Task ReleaseAsync(ILaneLeases leases, IEnumerable<LaneLease> released, CancellationToken ct) =>
        Task.WhenAll(released.Select(lease => leases.ReleaseAsync(lease, ct)));

    private async Task RenewAsync(ILaneLeases leases, LaneLease lease, LaneHold hold, CancellationToken ct)
    {
        var sentAt = _time.GetTimestamp();
        if (await leases.TakeAsync(lease with { Term = _options.LeaseTerm, RenewedAt = _time.GetUtcNow() }, ct) is not null)
        {
            hold.Renewed(HeldFor, sentAt);
            return;
        }

        Forget(lease.Lane);
        Lost(_logger, lease.Lane);
    }

    // A host that another worker was quicker to take is made up for at the next tick.
    private async Task TakeAsync(ILaneLeases leases, Dictionary<Lane, LaneLease> stored, IReadOnlySet<Lane> lapsed, int share, CancellationToken ct)
    {
        var free = Wanted.Where(lane => !_held.ContainsKey(lane) && (!stored.TryGetValue(lane, out var known) || known.Owner == Worker || lapsed.Contains(lane))).ToList();
        var hosts = free.Intersect(_hosts).Take(share - _hosts.Count(_held.ContainsKey));
        await Task.WhenAll(free.Except(_hosts).Concat(hosts).Select(lane => TakeAsync(leases, lane, stored.GetValueOrDefault(lane)?.Version, ct)));
    }

    private async Task TakeAsync(ILaneLeases leases, Lane lane, string? version, CancellationToken ct)
    {
        var sentAt = _time.GetTimestamp();
        if (await leases.TakeAsync(new LaneLease(lane, Worker, _options.LeaseTerm, _time.GetUtcNow()) { Version = version }, ct) is not null)
        {
            _held[lane] = LaneHold.Until(_time, HeldFor, sentAt);
            Taken(_logger, Worker, lane);
        }
    }

    // After a crash it is our own former self, and a person wonders why nothing happens.
    private void SayOnceWhoAsksOurHosts(IEnumerable<LaneLease> stored)
    {
        if (_hasLooked)
        {
            return;
        }

        _hasLooked = true;
        foreach (var other in stored.Where(lease => lease.Owner != Worker && _hosts.Contains(lease.Lane) && !_held.ContainsKey(lease.Lane)).GroupBy(lease => lease.Owner))
        {
            AskedByAnother(_logger, other.Key, other.Count(), other.First().Term);
        }
    }

    // Before another's patience ends, however long our last write was under way.
    private TimeSpan HeldFor => _options.LeaseTerm * 5 / 6;

    private void Forget(Lane lane)
    {
        if (_held.TryRemove(lane, out var hold))
        {
            hold.Dispose();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "This worker, {Worker}, takes {Lane}.")]
    private static partial void Taken(ILogger logger, string worker, Lane lane);

    [LoggerMessage(Level = LogLevel.Information, Message = "Worker {Worker} asks {HostCount} of our hosts. It hands over our share if it runs; if it is gone, this worker follows it after {Term}.")]
    private static partial void AskedByAnother(ILogger logger, string worker, int hostCount, TimeSpan term);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Lane} is given up for another worker.")]
    private static partial void GivenUp(ILogger logger, Lane lane);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Lane} could not be renewed in time; it goes on here or with another worker.")]
    private static partial void Lost(ILogger logger, Lane lane);
}
