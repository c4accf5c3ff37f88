using System.Text.Json;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>Compares what a worker tells of itself with the logs of the hosts and with its own export.</summary>
internal static class ClaimJudge
{
    private static readonly TimeSpan ToTheSecond = TimeSpan.FromSeconds(1);

    /// <summary>The counts and states of <c>status</c>.</summary>
    public static IReadOnlyList<Difference> Status(JsonElement status, IReadOnlyList<string> export, IReadOnlyList<ScriptedHost> hosts, IReadOnlyList<FederationHost> script)
    {
        var live = export.Count(line => JsonDocument.Parse(line).RootElement.GetProperty("state").GetString() == "live");
        var told = status.GetProperty("store").GetProperty("posts").GetInt64();
        var states = status.GetProperty("sources").EnumerateArray().ToDictionary(source => source.GetProperty("host").GetString()!, source => source.GetProperty("state").GetString());
        return
        [
            .. told == live ? Array.Empty<Difference>() : [new Difference(DifferenceKind.Untrue, "status", $"it counts {told} posts, the export holds {live} live ones")],
            .. status.GetProperty("withheld").GetProperty("opt_out").GetInt64() > 0 ? Array.Empty<Difference>() : [new Difference(DifferenceKind.Untrue, "status", "it counts no post that was withheld for an opt-out")],
            .. from host in script
               where host.Refuses
               let name = Authority(hosts, host)
               where states.GetValueOrDefault(name) is not ("failing" or "off" or "waiting")
               select new Difference(DifferenceKind.Untrue, host.Name, $"it refuses, and status says {states.GetValueOrDefault(name) ?? "nothing of it"}"),
        ];
    }

    /// <summary>
    /// No interval of a host that was never read, none that ends after the last good answer of its timeline, and no hole from a moment on
    /// since when all that the hosts have could be read, at the time or later.
    /// </summary>
    public static IReadOnlyList<Difference> Coverage(JsonElement coverage, IReadOnlyList<ScriptedHost> hosts, IReadOnlyList<FederationHost> script, DateTimeOffset readableSince) =>
    [
        .. from host in script
           where host.IsRead
           let intervals = Intervals(coverage, Authority(hosts, host)).OrderBy(interval => interval.From).ToList()
           from pair in intervals.Zip(intervals.Skip(1))
           where pair.Second.From > readableSince && pair.Second.From - pair.First.To > 2 * ToTheSecond
           select new Difference(DifferenceKind.Untrue, host.Name, $"coverage has a hole from {pair.First.To:O} to {pair.Second.From:O}, and that time was read afterwards"),
        .. from host in script
           where host.IsConfigured
           let last = hosts.First(other => other.Name == host.Name).Requests.All().Where(IsRead).Select(request => (DateTimeOffset?)request.EndedAt).DefaultIfEmpty().Max()
           from interval in Intervals(coverage, Authority(hosts, host))
           where last is null || interval.To > last + ToTheSecond
           select new Difference(DifferenceKind.Untrue, host.Name, last is null ? "it was never read, and coverage claims it" : $"coverage claims it until {interval.To:O}, and it was last read at {last:O}"),
        .. from host in script
           where host.IsRead && !Intervals(coverage, Authority(hosts, host)).Any()
           select new Difference(DifferenceKind.Untrue, host.Name, "it was read, and coverage does not claim it"),
    ];

    /// <summary>After a kill: what lies in a claimed interval and reached the host in the usual way is in the store already.</summary>
    public static IReadOnlyList<Difference> AheadOfStore(
        JsonElement coverage, IReadOnlyList<string> export, ExpectedStore expected, IReadOnlyList<ScriptedPost> posts, IReadOnlyList<ScriptedHost> hosts, IReadOnlyList<FederationHost> script, DateTimeOffset now)
    {
        var held = export.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("post_key").GetString()!).ToHashSet(StringComparer.Ordinal);
        var live = expected.Entries.Where(entry => entry.Presence == ExpectedPresence.Live).ToDictionary(entry => entry.Word, StringComparer.Ordinal);
        return
        [
            .. from post in posts
               where post.Edits.Count == 0 && post.Author.Changes.Count == 0 && live.ContainsKey(FederationPosts.WordOf(post))
               let entry = live[FederationPosts.WordOf(post)]
               where !held.Contains(entry.PostKey)
               from copy in ExpectedCopy.Of(post, script, now)
               where copy.IsListed && !copy.IsFetched
               from interval in Intervals(coverage, Authority(hosts, copy.Host))
               where copy.IdTime >= interval.From + ToTheSecond && copy.IdTime < interval.To - ToTheSecond
               select new Difference(DifferenceKind.Untrue, $"{entry.Word} {entry.PostKey}", $"coverage claims {copy.Host.Name} from {interval.From:O} to {interval.To:O}, and this post of {copy.IdTime:O} is not in the store"),
        ];
    }

    private static bool IsRead(ScriptedRequest request) => request.Status == 200 && request.Path.Contains("/timelines/tag/", StringComparison.Ordinal);

    private static IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Intervals(JsonElement coverage, string host) =>
        from source in coverage.GetProperty("sources").EnumerateArray()
        where source.GetProperty("host").GetString() == host
        from interval in source.GetProperty("intervals").EnumerateArray()
        select (interval.GetProperty("from").GetDateTimeOffset(), interval.GetProperty("to").GetDateTimeOffset());

    private static string Authority(IReadOnlyList<ScriptedHost> hosts, FederationHost host) => hosts.First(other => other.Name == host.Name).BaseAddress.Authority;
}
