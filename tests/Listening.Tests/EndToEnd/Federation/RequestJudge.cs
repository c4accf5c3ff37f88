using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>Looks through the log of a host for requests that came too early, too often, too many at once, or not at all for it.</summary>
/// <param name="minInterval">The shortest wait after an answer that demands one and does not say how long.</param>
/// <param name="maxInterval">How often a host that refuses may be asked.</param>
/// <param name="kills">When the worker was killed: what it was told within the last moment it may not have written down.</param>
internal sealed class RequestJudge(TimeSpan minInterval, TimeSpan maxInterval, IReadOnlyList<DateTimeOffset> kills)
{
    private const int AtOnce = 2;
    private const int MaxBatch = 20;

    // A request can be under way when the answer to another one says to wait.
    private static readonly TimeSpan UnderWay = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan WritingDown = TimeSpan.FromSeconds(1);

    public IReadOnlyList<Difference> Judge(FederationHost host, IReadOnlyList<ScriptedRequest> requests, IReadOnlyCollection<string> secrets) => host.IsConfigured
        ? [.. Hurried(host, requests), .. TooMany(host, requests), .. Windows(host, requests, false), .. Windows(host, requests, true), .. Manners(host, requests), .. Secrets(host, requests, secrets)]
        : [.. requests.Select(request => new Difference(DifferenceKind.Unmannered, host.Name, $"it is not configured and was asked {request.Path}"))];

    private IEnumerable<Difference> Hurried(FederationHost host, IReadOnlyList<ScriptedRequest> requests) =>
        from demand in requests
        where demand.EndedAt is not null && Until(demand) is not null && !IsForgotten(demand.EndedAt.Value)
        let until = Until(demand)
        let early = requests.FirstOrDefault(request => request.At > demand.EndedAt + UnderWay && request.At < until - Rounding)
        where early is not null
        select new Difference(
            DifferenceKind.Hurried, host.Name, $"request {early.Number} ({early.Path}{early.Query}) came at {early.At:HH:mm:ss.fff}, {(until - early.At)?.TotalSeconds:F1} s before the wait was over that request {demand.Number} ({demand.Status}) demanded");

    private DateTimeOffset? Until(ScriptedRequest demand) => demand.WaitUntil ?? demand.Status switch
    {
        429 => demand.EndedAt + (minInterval * 0.9),
        403 => demand.EndedAt + (maxInterval * 0.9),
        _ => null,
    };

    private static IEnumerable<Difference> TooMany(FederationHost host, IReadOnlyList<ScriptedRequest> requests) => requests
        .Where(request => request.InFlight > AtOnce)
        .Select(request => new Difference(DifferenceKind.OverBudget, host.Name, $"request {request.Number} was the {request.InFlight}rd at once"));

    private IEnumerable<Difference> Windows(FederationHost host, IReadOnlyList<ScriptedRequest> requests, bool paged)
    {
        var limits = host.Script.Limits;
        var (limit, length) = paged ? (limits.PagedRequests, limits.PagedWindow) : (limits.Requests, limits.Window);
        return from request in requests
               where !paged || IsPaged(request)
               group request by request.At.UtcTicks / length.Ticks into window
               let starts = new DateTimeOffset(window.Key * length.Ticks, TimeSpan.Zero)
               let forgotten = AtOnce * kills.Count(kill => kill >= starts && kill < starts + length)
               let sure = window.Count(request => request.At - starts > Rounding && starts + length - request.At > Rounding)
               where sure > limit + forgotten
               select new Difference(DifferenceKind.OverBudget, host.Name, $"{sure} {(paged ? "paged " : "")}requests from {starts:HH:mm:ss} on within {length.TotalSeconds} s, where {limit} are allowed");
    }

    private static IEnumerable<Difference> Manners(FederationHost host, IReadOnlyList<ScriptedRequest> requests)
    {
        foreach (var request in requests)
        {
            if (request.Method != "GET")
            {
                yield return new Difference(DifferenceKind.Unmannered, host.Name, $"it was asked with {request.Method}");
            }

            if (!request.UserAgent.Contains("Listening", StringComparison.Ordinal))
            {
                yield return new Difference(DifferenceKind.Unmannered, host.Name, $"User-Agent is '{request.UserAgent}'");
            }

            if (request.Query.Split("id[]=").Length - 1 > MaxBatch || request.Query.Split("id%5B%5D=").Length - 1 > MaxBatch)
            {
                yield return new Difference(DifferenceKind.Unmannered, host.Name, "more than twenty posts were asked for at once");
            }
        }
    }

    private static IEnumerable<Difference> Secrets(FederationHost host, IReadOnlyList<ScriptedRequest> requests, IReadOnlyCollection<string> secrets) => requests
        .Where(request => secrets.Any(secret => secret != host.Token && (request.Authorization + request.Path + request.Query).Contains(secret, StringComparison.Ordinal)))
        .Select(request => new Difference(DifferenceKind.Leaked, host.Name, $"request {request.Number} shows it the token of another host"));

    private bool IsForgotten(DateTimeOffset toldAt) => kills.Any(kill => kill >= toldAt && kill - toldAt < WritingDown);

    private static bool IsPaged(ScriptedRequest request) => new[] { "min_id=", "max_id=", "since_id=" }.Any(name => request.Query.Contains(name, StringComparison.Ordinal));
}
