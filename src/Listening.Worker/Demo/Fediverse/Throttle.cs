namespace Listening.Worker.Demo.Fediverse;

/// <summary>Counts the requests of one host against its limits.</summary>
internal sealed class Throttle(ScriptedLimits limits, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly FixedWindow _all = new(limits.Requests, limits.Window);
    private readonly FixedWindow _paged = new(limits.PagedRequests, limits.PagedWindow);

    /// <summary>Counts one request; the answer describes the limit that is closest to exhaustion, as Mastodon's headers do.</summary>
    public RequestAllowance Count(bool isPaged)
    {
        lock (_lock)
        {
            var all = _all.Count(time.GetUtcNow());
            if (!isPaged)
            {
                return all;
            }

            var paged = _paged.Count(time.GetUtcNow());
            return paged.IsExceeded || (!all.IsExceeded && paged.Remaining < all.Remaining) ? paged : all;
        }
    }

    private sealed class FixedWindow(int limit, TimeSpan length)
    {
        private long _window = -1;
        private int _count;

        public RequestAllowance Count(DateTimeOffset now)
        {
            var window = now.UtcTicks / length.Ticks;
            (_window, _count) = (window, window == _window ? _count + 1 : 1);
            return new RequestAllowance(_count > limit, limit, Math.Max(0, limit - _count), new DateTimeOffset((window + 1) * length.Ticks, TimeSpan.Zero));
        }
    }
}
