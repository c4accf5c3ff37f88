using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>
/// A federation from a seed: what its hosts have when a worker begins, and a turn of twelve seconds in which everything changes.
/// The same seed gives the same posts with the same distances in time.
/// </summary>
internal sealed class FederationScript
{
    public const string Hashtag = Scene.Hashtag;
    public const string Open = "alpha.example";
    public const string Tight = "beta.example";
    public const string Old = "gamma.example";
    public const string Plain = "delta.example";
    public const string Refusing = "epsilon.example";
    public const string Unasked = "zeta.example";
    public const string Unreachable = "elsewhere.example";

    /// <summary>How far back by id time a sweep has to look; everything that changes lies within the five hours before the run.</summary>
    public static readonly TimeSpan SweepWindow = TimeSpan.FromHours(6);

    private const string Secret = "open-secret";
    private const int OldPosts = 1150;
    private const int RecentPosts = 330;
    private const int PostsOfSpecials = 4;

    private readonly FederationPosts _posts;
    private readonly IReadOnlyList<FederationMember> _members;
    private readonly Random _random;
    private readonly int _seed;

    public FederationScript(int seed, DateTimeOffset now)
    {
        (_seed, _random, Begins) = (seed, new Random(seed), now);
        _members = FederationCast.Of(_random, [Open, Tight, Old, Plain, Refusing, Unreachable], Open, Old, Unreachable);
        _posts = new FederationPosts(_random, [.. Hosts.Where(host => host.IsRead).Select(host => host.Name)]);
        Past = [.. Write(now)];
    }

    public DateTimeOffset Begins { get; }

    public IReadOnlyList<FederationHost> Hosts { get; } =
    [
        new(Host(Open) with { Access = new ScriptedAccess { Local = "authenticated", Remote = "authenticated", Tokens = [Secret] } }) { Token = Secret },
        new(Host(Tight) with { Limits = new ScriptedLimits(60, 45) { Window = TimeSpan.FromSeconds(10), PagedWindow = TimeSpan.FromSeconds(10) } }),
        new(Host(Old) with { KeepsOldProfiles = true }),
        new(Host(Plain)),
        new(Host(Refusing)) { Refuses = true },
        new(Host(Unasked)) { IsConfigured = false },
    ];

    /// <summary>What there is when the worker begins.</summary>
    public IReadOnlyList<ScriptedPost> Past { get; }

    /// <summary>Everything that happens from a moment on.</summary>
    public FederationTurn Turn(DateTimeOffset at) => new FederationChanges(new Random(_seed + 1), _posts, _members, Past, at).Turn();

    private static HostScript Host(string name) => new(name) { IsNamedByAddress = true, Limits = new ScriptedLimits(10_000, 10_000) };

    private IEnumerable<ScriptedPost> Write(DateTimeOffset now)
    {
        var plain = _members.Where(member => !member.IsSpecial).Select(member => member.Account).ToList();
        foreach (var member in _members.Where(member => member.IsSpecial))
        {
            for (var i = 0; i < PostsOfSpecials; i++)
            {
                yield return _posts.Everywhere(member.Account, now - Recently());
                yield return _posts.Somewhere(member.Account, now - Formerly());
            }
        }

        for (var i = 0; i < OldPosts; i++)
        {
            yield return _posts.Somewhere(Someone(plain), now - Formerly());
        }

        for (var i = 0; i < RecentPosts; i++)
        {
            yield return _posts.Somewhere(Someone(plain), now - Recently());
        }

        foreach (var odd in new FederationOddities(_random, _posts, plain, now).All())
        {
            yield return odd;
        }
    }

    private ScriptedAccount Someone(List<ScriptedAccount> people) => people[(int)(people.Count * Math.Pow(_random.NextDouble(), 1.5))];

    private TimeSpan Recently() => TimeSpan.FromMinutes(10 + (_random.NextDouble() * 280));

    private TimeSpan Formerly() => TimeSpan.FromHours(12 + (_random.NextDouble() * 20 * 24));
}
