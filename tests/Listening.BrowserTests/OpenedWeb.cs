using Listening.Alerts;
using Listening.Tests.Support;
using Listening.Tracking;
using Microsoft.AspNetCore.Hosting;

namespace Listening.BrowserTests;

/// <summary>A browser and a worker's web on a real port, with a community in its store.</summary>
public sealed class OpenedWeb : IAsyncLifetime
{
    internal Browser Browser { get; private set; } = null!;

    internal ServedWeb Web { get; private set; } = null!;

    internal string Url { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (!Browser.IsInstalled)
        {
            return; // a fixture cannot skip: each test does
        }

        Browser = await Browser.StartAsync();
        Web = await ServedWeb.StartAsync(host => host.UseKestrelCore().UseUrls("http://127.0.0.1:0"), demo: true);
        Url = Web.App.Urls.Single();
        await SeedAsync(Web);
    }

    public async ValueTask DisposeAsync()
    {
        if (Web is not null)
        {
            await Web.DisposeAsync();
        }

        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }
    }

    private static async Task SeedAsync(ServedWeb web)
    {
        var now = ServedWeb.Now;
        await web.FollowAsync();
        await web.FollowAsync("hostile");
        await web.StoreAsync(new Community(now).Posts());
        await web.StoreAsync([.. HostilePosts.Posts(now).Select(post => post with { Matched = ["hostile"] })]);
        await web.Tracking.SaveHealthAsync(new SourceHealth { Platform = "mastodon", Host = "one.example", LastSuccessAt = now.AddMinutes(-2) }, CancellationToken.None);
        await web.Tracking.SaveHealthAsync(
            new SourceHealth { Platform = "mastodon", Host = "two.example", Failures = 2, AvailableAt = now.AddMinutes(4), Reason = "the host answered 503", LastSuccessAt = now.AddHours(-3) },
            CancellationToken.None);
        await web.Tracking.SaveAsync(State("one.example", done: true), CancellationToken.None);
        await web.Tracking.SaveAsync(State("two.example", done: false), CancellationToken.None);
        await web.ObserveAsync("one.example", TimeSpan.FromDays(61), TimeSpan.FromHours(30));
        await web.ObserveAsync("two.example", TimeSpan.FromHours(26), TimeSpan.FromMinutes(2));
        await web.Tracking.CountWithheldAsync(new WithheldCounts(OptOut: 7, NotPublic: 5, NotIndexable: 0, NotDiscoverable: 0, Bots: 0), CancellationToken.None);
        await web.Alerts.RecordAsync(
            new Alert
            {
                Key = Alert.KeyOf(AlertRuleKind.Threshold, "eventprofs", now),
                Hashtag = "eventprofs",
                Rule = AlertRuleKind.Threshold,
                From = now.AddHours(-2),
                To = now,
                DetectedAt = now.AddHours(-2),
                People = 12,
                Words = "12 people posted with #EventProfs within 10 minutes, more than 10.",
            },
            CancellationToken.None);
    }

    private static PollState State(string host, bool done) => new()
    {
        Target = new PollTarget("mastodon", host, "eventprofs"),
        NextPollAt = ServedWeb.Now.AddMinutes(1),
        Checkpoint = new Checkpoint("1", new BackFill("1", ServedWeb.Now.AddDays(-85), ServedWeb.Now.AddDays(-61), done)),
    };
}
