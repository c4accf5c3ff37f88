using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>The people of a federation: many plain ones, and one of each kind that a reader can get wrong.</summary>
internal static class FederationCast
{
    public const int PlainMembers = 36;

    public static IReadOnlyList<FederationMember> Of(Random random, IReadOnlyList<string> homes, string readHost, string oldHost, string unreachable) =>
        [.. Plain(random, homes), .. OptedOut(readHost, unreachable), .. Leaving(readHost, oldHost, unreachable), .. Consenting(readHost, oldHost, unreachable), .. Machines(readHost, unreachable)];

    private static IEnumerable<FederationMember> Plain(Random random, IReadOnlyList<string> homes) =>
        from number in Enumerable.Range(0, PlainMembers)
        select new FederationMember(Named($"plain{number}", homes[number % homes.Count]) with
        {
            Indexable = random.Next(5) > 0,
            Discoverable = random.Next(6) switch { 0 => false, 1 => null, _ => true },
            Bio = number % 7 == 3 ? "<p>No nobot here, #nobotany and nobots welcome.</p>" : "<p>Events.</p>",
        });

    /// <summary>From the beginning; the last two look like it and are not.</summary>
    private static IEnumerable<FederationMember> OptedOut(string home, string unreachable) =>
    [
        Special(Named("anchored", home) with { Bio = "<p>Hi <a href=\"https://a.example/tags/NoBot\" class=\"mention hashtag\" rel=\"tag\">#<span>NoBot</span></a></p>" }),
        Special(Named("infield", unreachable) with { Fields = [new ScriptedField("Please", "<span>#NOARCHIVE</span>")] }),
        Special(Named("flagged", home) with { NoIndex = true }),
        Special(Named("broken", unreachable) with { Bio = "<p>Events<br />#nosearch</p>" }),
        Special(Known(Named("elsewhere", unreachable), home, known => known with { Bio = "<p>#nobots</p>" })),
        Special(Named("almost", home) with { Bio = "<p>nobot noindex #noarchives</p>" }),
        Special(Named("unflagged", home) with { NoIndex = false }),
    ];

    /// <summary>Opt-outs midway, and their reverse; where old profiles are kept, the reverse is not seen.</summary>
    private static IEnumerable<FederationMember> Leaving(string home, string oldHost, string unreachable)
    {
        var optOut = Named("returns", home) with { Bio = "<p>#noindex</p>" };
        var kept = Named("keptout", home) with { Bio = "<p>#noindex</p>" };
        var local = Named("oldlocal", oldHost);
        return
        [
            Leaves(Named("leavesbio", home), account => account with { Bio = "<p>Leaving. #nobot</p>" }),
            Leaves(Named("leavesfield", unreachable), account => account with { Fields = [new ScriptedField("Robots", "#nosearch")] }),
            Leaves(Named("leavesflag", home), account => account with { NoIndex = true }),
            Leaves(local, account => account with { Bio = "<p>#noarchive</p>" }),
            new FederationMember(optOut with { KnownAs = As(oldHost, Named("returns", home)) }) { IsSpecial = true, Later = optOut with { Bio = "<p>Back.</p>", KnownAs = As(oldHost, Named("returns", home)) } },
            Leaves(kept, account => account with { Bio = "<p>Back.</p>" }),
        ];
    }

    private static IEnumerable<FederationMember> Consenting(string home, string oldHost, string unreachable) =>
    [
        Special(Named("unindexed", home) with { Indexable = false }),
        Special(Named("unstated", home) with { Indexable = null, Discoverable = null }),
        Special(Known(Named("disputed", unreachable), oldHost, known => known with { Indexable = false, Discoverable = false })),
        Special(Known(Named("homecounts", home), oldHost, known => known with { Indexable = false, Discoverable = false })),
        Leaves(Named("nolonger", home), account => account with { Indexable = false, Discoverable = false }),
        Leaves(Named("nowagrees", home) with { Indexable = false, Discoverable = false }, account => account with { Indexable = true, Discoverable = true }),
        Leaves(Named("awaynolonger", unreachable), account => account with { Indexable = false, Discoverable = false }),
        Leaves(Named("awayagrees", unreachable) with { Indexable = false, Discoverable = false }, account => account with { Indexable = true, Discoverable = true }),
    ];

    private static IEnumerable<FederationMember> Machines(string home, string unreachable) =>
    [
        Special(Named("jobsbot", home) with { Bot = true }),
        Special(Named("planners", unreachable) with { Group = true }),
        Leaves(Named("automates", home), account => account with { Bot = true }),
    ];

    private static ScriptedAccount Named(string name, string host) => new() { Host = host, Username = name, DisplayName = $"{name} Žurbić", Bio = "<p>Events.</p>" };

    private static FederationMember Special(ScriptedAccount account) => new(account) { IsSpecial = true };

    private static FederationMember Leaves(ScriptedAccount account, Func<ScriptedAccount, ScriptedAccount> change) => new(account) { IsSpecial = true, Later = change(account) };

    private static ScriptedAccount Known(ScriptedAccount account, string host, Func<ScriptedAccount, ScriptedAccount> there) => account with { KnownAs = As(host, there(account)) };

    private static Dictionary<string, ScriptedAccount> As(string host, ScriptedAccount account) => new(StringComparer.Ordinal) { [host] = account };
}
