using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>The judge on logs that are right in everything but one.</summary>
public sealed class RequestJudgeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 10, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly FederationHost Host = new(new HostScript("a.example") { Limits = new ScriptedLimits(4, 3) { Window = TimeSpan.FromSeconds(10), PagedWindow = TimeSpan.FromSeconds(10) } }) { Token = "mine" };

    [Fact]
    public void A_log_that_keeps_every_rule_shows_no_difference() => Assert.Empty(Judge(Asked(1), Asked(3) with { Status = 429, WaitUntil = Noon.AddSeconds(8) }, Asked(8.1), Asked(11)));

    [Fact]
    public void A_request_before_a_demanded_wait_is_over_is_hurried()
    {
        var demand = Asked(1) with { Status = 429, WaitUntil = Noon.AddSeconds(8) };
        Assert.Equal(DifferenceKind.Hurried, Assert.Single(Judge(demand, Asked(7.9))).Kind);
        Assert.Equal(DifferenceKind.Hurried, Assert.Single(Judge(Asked(1) with { Status = 200, WaitUntil = Noon.AddSeconds(8) }, Asked(2))).Kind);
        Assert.Equal(DifferenceKind.Hurried, Assert.Single(Judge(Asked(1) with { Status = 429 }, Asked(1.6))).Kind);
        Assert.Equal(DifferenceKind.Hurried, Assert.Single(Judge(Asked(1) with { Status = 403 }, Asked(2.5))).Kind);
        Assert.Empty(Judge(Asked(1) with { Status = 429 }, Asked(2)));
        Assert.Empty(Judge([Noon.AddSeconds(1.5)], demand, Asked(3)));
        Assert.Single(Judge([Noon.AddSeconds(5)], demand, Asked(6)));
    }

    [Fact]
    public void More_than_a_window_allows_or_more_than_two_at_once_is_over_budget()
    {
        Assert.Equal(DifferenceKind.OverBudget, Assert.Single(Judge(Asked(1), Asked(2), Asked(3), Asked(4), Asked(5))).Kind);
        Assert.Empty(Judge(Asked(1), Asked(2), Asked(3), Asked(4), Asked(11)));
        Assert.Equal(DifferenceKind.OverBudget, Assert.Single(Judge(Paged(1), Paged(2), Paged(3), Paged(4))).Kind);
        Assert.Equal(DifferenceKind.OverBudget, Assert.Single(Judge(Asked(1) with { InFlight = 3 })).Kind);
    }

    [Fact]
    public void Foreign_hosts_foreign_tokens_and_other_manners_are_told()
    {
        Assert.Equal(DifferenceKind.Unmannered, Assert.Single(new RequestJudge(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), []).Judge(Host with { IsConfigured = false }, [Asked(1)], [])).Kind);
        Assert.Equal(DifferenceKind.Leaked, Assert.Single(Judge(Asked(1) with { Authorization = "Bearer theirs" })).Kind);
        Assert.Empty(Judge(Asked(1) with { Authorization = "Bearer mine" }));
        Assert.Equal(DifferenceKind.Unmannered, Assert.Single(Judge(Asked(1) with { UserAgent = "" })).Kind);
        Assert.Equal(DifferenceKind.Unmannered, Assert.Single(Judge(Asked(1) with { Method = "POST" })).Kind);
        Assert.Equal(DifferenceKind.Unmannered, Assert.Single(Judge(Asked(1) with { Query = "?" + string.Join('&', Enumerable.Range(0, 21).Select(id => $"id[]={id}")) })).Kind);
    }

    private static IReadOnlyList<Difference> Judge(params ScriptedRequest[] requests) => Judge([], requests);

    private static IReadOnlyList<Difference> Judge(DateTimeOffset[] kills, params ScriptedRequest[] requests) =>
        new RequestJudge(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), kills).Judge(Host, requests, ["mine", "theirs"]);

    private static ScriptedRequest Asked(double seconds) =>
        new((long)(seconds * 10), Noon.AddSeconds(seconds), "GET", "/api/v1/timelines/tag/eventprofs", "", "Listening/1.0", 1, 200) { EndedAt = Noon.AddSeconds(seconds + 0.01) };

    private static ScriptedRequest Paged(double seconds) => Asked(seconds) with { Query = "?min_id=1" };
}
