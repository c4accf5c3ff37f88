using Listening.Worker.Demo.Fediverse.Faults;

namespace Listening.Worker.Demo.Fediverse;

/// <summary>What goes wrong on a host; may be changed at any time, from any thread.</summary>
internal sealed class ScriptedFaults
{
    private readonly Lock _lock = new();
    private readonly Queue<ScriptedFault?> _next = [];
    private readonly List<ScriptedOutage> _outages = [];
    private ScriptedFault? _always;

    /// <summary>From now on, for every request that neither <see cref="During"/> nor <see cref="Next"/> is meant for.</summary>
    public void Always(ScriptedFault fault)
    {
        lock (_lock)
        {
            _always = fault;
        }
    }

    /// <summary>For the next requests, after those that were named before; null lets them pass.</summary>
    public void Next(ScriptedFault? fault, int requests = 1)
    {
        lock (_lock)
        {
            for (var i = 0; i < requests; i++)
            {
                _next.Enqueue(fault);
            }
        }
    }

    /// <summary>For every request in that time by the host's clock, before those of <see cref="Next"/>.</summary>
    public void During(ScriptedOutage outage)
    {
        lock (_lock)
        {
            _outages.Add(outage);
        }
    }

    /// <summary>All is well again.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _next.Clear();
            _outages.Clear();
            _always = null;
        }
    }

    internal ScriptedFault? Take(DateTimeOffset now)
    {
        lock (_lock)
        {
            return _outages.Find(outage => outage.Holds(now))?.Fault ?? (_next.TryDequeue(out var next) ? next : _always);
        }
    }
}
