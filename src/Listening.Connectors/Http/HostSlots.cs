using System.Collections.Concurrent;

namespace Listening.Connectors.Http;

/// <summary>At most <see cref="PerHost"/> requests at once per host, over all platforms and targets of this process.</summary>
internal sealed class HostSlots
{
    public const int PerHost = 2;

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _slots = new(StringComparer.Ordinal);

    public SemaphoreSlim Of(Uri address) => _slots.GetOrAdd(address.Authority, _ => new SemaphoreSlim(PerHost, PerHost));
}
