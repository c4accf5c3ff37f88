using Listening.Polling;
using Listening.Posts;
using Listening.Tests.Support;
using Listening.Tracking;
using Listening.Worker.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Listening.Tests.Worker.Jobs;

public sealed class QuietHashtagsTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task Of_a_quiet_hashtag_each_host_says_what_it_knows_and_livelier_ones_beside_it_are_named()
    {
        var probe = new CountingProbe { ["eventprofs"] = 3, ["eventtech"] = 120, ["avtweeps"] = 1_500, ["tiny"] = 1 };
        await using var visitor = await WatchAsync(probe, Sample(1, "eventprofs", "eventtech", "tiny"), Sample(2, "eventprofs", "avtweeps"));

        Assert.Equal(
            [
                "one.example knows 3 posts by up to 6 people with #EventProfs in the last 7 days.",
                "two.example knows 3 posts by up to 6 people with #EventProfs in the last 7 days.",
                "Livelier beside #EventProfs: #avtweeps (1,500 posts), #eventtech (120 posts) at one.example in the last 7 days; follow one with: listening tags add TAG",
            ],
            await SaidAsync(visitor));
    }

    [Fact]
    public async Task Of_a_hashtag_with_five_posts_nobody_is_asked()
    {
        var probe = new CountingProbe { ["eventprofs"] = 3 };
        await using var visitor = await WatchAsync(probe, [.. Enumerable.Range(1, 5).Select(number => Sample(number, "eventprofs"))]);

        Assert.Empty(await SaidAsync(visitor));
        Assert.Equal(0, probe.Asked);
    }

    [Fact]
    public async Task The_first_polls_are_waited_for_but_not_for_ever()
    {
        var probe = new CountingProbe { ["eventprofs"] = 0 };
        await using var visitor = await WatchAsync(probe);
        await visitor.Web.Tracking.SaveAsync(new PollState { Target = new PollTarget("mastodon", "one.example", "eventprofs"), NextPollAt = ServedWeb.Now, LastSuccessAt = ServedWeb.Now }, Ct);
        var hashtags = Hashtags(visitor);
        hashtags.LookAt([Hashtag.Parse("eventprofs")]);

        await hashtags.LookAsync(Ct);
        var askedAtOnce = probe.Asked;
        visitor.Web.Time.Advance(TimeSpan.FromMinutes(2));
        await hashtags.LookAsync(Ct);
        await hashtags.LookAsync(Ct);

        Assert.Equal((0, 2), (askedAtOnce, probe.Asked));
        Assert.Contains(Lines(visitor), line => line == "one.example knows no posts with #EventProfs in the last 7 days.");
    }

    [Fact]
    public async Task A_wait_that_a_host_demands_then_is_kept_and_nothing_else_is_asked_of_it()
    {
        var until = ServedWeb.Now.AddMinutes(9);
        var probe = new CountingProbe { Fault = new RateLimitedException("one.example asks us to wait.", until) };
        await using var visitor = await WatchAsync(probe, Sample(1, "eventprofs", "eventtech"));

        Assert.Empty(await SaidAsync(visitor));
        Assert.Equal(2, probe.Asked);
        Assert.All(await visitor.Web.Tracking.HealthAsync(Ct), health => Assert.Equal((until, true), (health.AvailableAt!.Value, health.IsDemanded)));
    }

    private static async Task<Visitor> WatchAsync(CountingProbe probe, params IReadOnlyList<Post> posts)
    {
        var visitor = await Visitor.StartAsync(substitute: services => services.AddSingleton<IHashtagProbe>(probe));
        await visitor.Web.FollowAsync();
        await visitor.Web.StoreAsync(posts);
        foreach (var host in new[] { "one.example", "two.example" })
        {
            await visitor.Web.Tracking.SaveHealthAsync(new SourceHealth { Platform = "mastodon", Host = host }.Succeeded(ServedWeb.Now, null), Ct);
        }

        return visitor;
    }

    private static async Task<IReadOnlyList<string>> SaidAsync(Visitor visitor)
    {
        var hashtags = Hashtags(visitor);
        hashtags.LookAt([Hashtag.Parse("eventprofs")]);
        visitor.Web.Time.Advance(TimeSpan.FromMinutes(2));
        await hashtags.LookAsync(Ct);
        return Lines(visitor);
    }

    private static QuietHashtags Hashtags(Visitor visitor) => ActivatorUtilities.CreateInstance<QuietHashtags>(visitor.Web.App.Services);

    private static IReadOnlyList<string> Lines(Visitor visitor) =>
        [.. visitor.Web.Log.GetSnapshot().Where(record => record.Category == typeof(QuietHashtags).FullName && record.Level == LogLevel.Information).Select(record => record.Message)];

    private static Post Sample(int number, params IReadOnlyList<string> tags) =>
        new PostSamples().New($"{number}", at: ServedWeb.Now.AddHours(-number)) with { Tags = tags, TagsDisplay = tags, Matched = ["eventprofs"] };

    /// <summary>Hosts that all know the same uses of each hashtag.</summary>
    private sealed class CountingProbe : Dictionary<string, long>, IHashtagProbe
    {
        public string Platform => "mastodon";

        public int Asked { get; private set; }

        public PlatformException? Fault { get; init; }

        public Task<HashtagActivity?> AskAsync(string host, string hashtag, CancellationToken ct)
        {
            Asked++;
            return Fault is not null ? throw Fault : Task.FromResult(TryGetValue(hashtag, out var uses) ? new HashtagActivity(host, uses, uses * 2, 7) : null);
        }
    }
}
