using Listening.Tests.Support;
using Listening.Tracking;
using Listening.Worker.Answers;
using Microsoft.Extensions.DependencyInjection;

namespace Listening.Tests.Worker.Answers;

public sealed class StatusOfHostsTests
{
    [Fact]
    public async Task A_host_that_was_never_asked_waits_and_is_not_said_to_be_well()
    {
        await using var visitor = await Visitor.StartAsync();
        await visitor.Web.FollowAsync();

        var source = (await StatusAsync(visitor)).Sources[0];

        Assert.Equal(("waiting", "not asked yet"), (source.State, source.Reason));
    }

    [Fact]
    public async Task A_host_that_refused_us_fails_with_the_reason_until_it_answers()
    {
        await using var visitor = await Visitor.StartAsync();
        await visitor.Web.FollowAsync();
        var health = new SourceHealth { Platform = "mastodon", Host = "one.example" }.Refused(ServedWeb.Now, "one.example wants an account.", TimeSpan.FromMinutes(30));
        await visitor.Web.Tracking.SaveHealthAsync(health, TestContext.Current.CancellationToken);

        var refused = (await StatusAsync(visitor)).Sources.Single(source => source.Host == "one.example");
        await visitor.Web.Tracking.SaveHealthAsync(health.Succeeded(ServedWeb.Now, null), TestContext.Current.CancellationToken);
        var answered = (await StatusAsync(visitor)).Sources.Single(source => source.Host == "one.example");

        Assert.Equal(("failing", "one.example wants an account."), (refused.State, refused.Reason));
        Assert.Equal(("ok", null), (answered.State, answered.Reason));
    }

    [Fact]
    public async Task Every_reason_for_which_a_post_was_withheld_is_counted_and_said()
    {
        await using var visitor = await Visitor.StartAsync();
        await visitor.Web.FollowAsync();
        await visitor.Web.Tracking.CountWithheldAsync(new WithheldCounts(OptOut: 1, NotPublic: 2, NotIndexable: 3, NotDiscoverable: 4, Bots: 5), TestContext.Current.CancellationToken);

        var (_, page) = await visitor.ReadAsync("/hashtags/eventprofs");

        Assert.Equal(new StatusWithheld(1, 2, 3, 4, 5), (await StatusAsync(visitor)).Withheld);
        Assert.Contains("About 15 posts withheld", page, StringComparison.Ordinal);
        Assert.Contains("5 by automated accounts", page, StringComparison.Ordinal);
    }

    private static Task<StatusAnswer> StatusAsync(Visitor visitor) =>
        visitor.Web.App.Services.GetRequiredService<StatusQuestion>().StatusAsync(TestContext.Current.CancellationToken);
}
