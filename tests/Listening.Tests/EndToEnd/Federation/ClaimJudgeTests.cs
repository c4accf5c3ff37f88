using System.Text.Json;
using Listening.Worker.Demo.Fediverse;
using Microsoft.Extensions.Time.Testing;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>The judge on claims that the logs and the export do not bear out.</summary>
public sealed class ClaimJudgeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 10, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly IReadOnlyList<FederationHost> Script = [new(new HostScript("a.example")), new(new HostScript("b.example")) { Refuses = true }];
    private static readonly ScriptedAccount Author = new() { Host = "a.example", Username = "ada" };

    [Fact]
    public async Task Coverage_of_what_was_not_read_is_untrue()
    {
        await using var fediverse = await OpenAsync();
        using var client = new HttpClient();
        await client.GetStringAsync(new Uri(fediverse["a.example"].BaseAddress, "api/v1/timelines/tag/eventprofs"), TestContext.Current.CancellationToken);
        var (a, b) = (fediverse["a.example"].BaseAddress.Authority, fediverse["b.example"].BaseAddress.Authority);

        Assert.Empty(ClaimJudge.Coverage(Claim((a, Noon.AddDays(-3), Noon)), fediverse.Hosts, Script, Noon.AddDays(-9)));
        Assert.Single(ClaimJudge.Coverage(Claim((a, Noon.AddDays(-3), Noon.AddSeconds(5))), fediverse.Hosts, Script, Noon.AddDays(-9)));
        Assert.Single(ClaimJudge.Coverage(Claim((a, Noon.AddDays(-3), Noon), (b, Noon.AddDays(-1), Noon)), fediverse.Hosts, Script, Noon.AddDays(-9)));
        Assert.Single(ClaimJudge.Coverage(Claim(), fediverse.Hosts, Script, Noon.AddDays(-9)));
        Assert.Single(ClaimJudge.Coverage(Claim((a, Noon.AddDays(-3), Noon.AddHours(-2)), (a, Noon.AddHours(-1), Noon)), fediverse.Hosts, Script, Noon.AddDays(-9)));
        Assert.Empty(ClaimJudge.Coverage(Claim((a, Noon.AddDays(-3), Noon.AddHours(-2)), (a, Noon.AddHours(-1), Noon)), fediverse.Hosts, Script, Noon.AddMinutes(-30)));
    }

    [Fact]
    public async Task Coverage_ahead_of_the_store_is_untrue()
    {
        await using var fediverse = await OpenAsync();
        var expected = ExpectedStore.Of(Script, [Post()], _ => "https://a.example/users/ada/statuses/1", ExpectedTimes.Of(Noon));
        var claim = Claim((fediverse["a.example"].BaseAddress.Authority, Noon.AddHours(-2), Noon));

        Assert.Empty(ClaimJudge.AheadOfStore(claim, PerfectReading.Export(expected), expected, [Post()], fediverse.Hosts, Script, Noon));
        Assert.Equal(DifferenceKind.Untrue, Assert.Single(ClaimJudge.AheadOfStore(claim, [], expected, [Post()], fediverse.Hosts, Script, Noon)).Kind);
    }

    [Fact]
    public async Task A_status_that_miscounts_or_praises_a_host_that_refuses_is_untrue()
    {
        await using var fediverse = await OpenAsync();
        var b = fediverse["b.example"].BaseAddress.Authority;
        var export = PerfectReading.Export(ExpectedStore.Of(Script, [Post()], _ => "https://a.example/users/ada/statuses/1", ExpectedTimes.Of(Noon)));

        Assert.Empty(ClaimJudge.Status(Status(1, 2, b, "failing"), export, fediverse.Hosts, Script));
        Assert.Single(ClaimJudge.Status(Status(2, 2, b, "failing"), export, fediverse.Hosts, Script));
        Assert.Single(ClaimJudge.Status(Status(1, 0, b, "failing"), export, fediverse.Hosts, Script));
        Assert.Single(ClaimJudge.Status(Status(1, 2, b, "ok"), export, fediverse.Hosts, Script));
    }

    private static ScriptedPost Post() => new() { Key = "kw1q", Author = Author, CreatedAt = Noon.AddHours(-1), Text = "Doors open kw1q #eventprofs" };

    private static Task<ScriptedFediverse> OpenAsync() => ScriptedFediverse.StartAsync(
        new FediverseScript { Hosts = [.. Script.Select(host => host.Script)], Posts = [Post()] }, new FakeTimeProvider(Noon), TestContext.Current.CancellationToken);

    private static JsonElement Claim(params (string Host, DateTimeOffset From, DateTimeOffset To)[] intervals) => JsonSerializer.SerializeToElement(new
    {
        sources = intervals.GroupBy(interval => interval.Host).Select(host => new { platform = "mastodon", host = host.Key, intervals = host.Select(interval => new { from = interval.From, to = interval.To }) }),
    });

    private static JsonElement Status(int posts, int optOut, string host, string state) => JsonSerializer.SerializeToElement(new
    {
        store = new { posts },
        sources = new[] { new { host, state } },
        withheld = new { opt_out = optOut },
    });
}
