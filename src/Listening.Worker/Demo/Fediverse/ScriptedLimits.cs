namespace Listening.Worker.Demo.Fediverse;

/// <summary>How many requests a host allows, in fixed windows that are aligned to the clock. The defaults are Mastodon's.</summary>
/// <param name="Requests">All requests of an address.</param>
/// <param name="PagedRequests">Requests with <c>min_id</c>, <c>max_id</c> or <c>since_id</c>.</param>
internal sealed record ScriptedLimits(int Requests = 300, int PagedRequests = 300)
{
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan PagedWindow { get; init; } = TimeSpan.FromMinutes(15);
}
