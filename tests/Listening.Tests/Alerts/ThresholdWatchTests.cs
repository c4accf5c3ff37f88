using Listening.Alerts;
using Listening.Tests.Support;

namespace Listening.Tests.Alerts;

public sealed class ThresholdWatchTests
{
    private static readonly Dictionary<string, string?> MoreThanTwoInAnHour = new()
    {
        ["Alerts:Rules:EventProfs:Threshold:People"] = "2",
        ["Alerts:Rules:EventProfs:Threshold:Within"] = "01:00:00",
    };

    private readonly RecordingChannels _channels = new();

    [Fact]
    public async Task A_poll_that_crosses_the_line_records_one_alert_that_says_who_and_how_many()
    {
        await using var engine = await StartAsync();
        Add(engine, 1, "old", minutesAgo: 300);
        Add(engine, 2, "old", minutesAgo: 30);
        Add(engine, 3, "b", minutesAgo: 20);
        Add(engine, 4, "c", minutesAgo: 10);

        await engine.TickAsync();

        var alert = Assert.Single(await engine.Alerts.ListAsync(null, 10, default));
        Assert.Equal("threshold:eventprofs:20261124T115000Z", alert.Key);
        Assert.Equal((3, 3, 2), (alert.People, alert.Posts, alert.NewPeople));
        Assert.Equal(3, alert.Platforms["mastodon"]);
        Assert.Equal(["log"], alert.Channels);
    }

    [Fact]
    public async Task Posts_that_were_kept_before_their_host_failed_are_looked_at_too()
    {
        await using var engine = await StartAsync();
        await engine.TickAsync();
        Burst(engine, first: 1);
        engine.Source.BeforeAnswer = _ => { if (engine.Source.Requests.Exists(request => request.StartsWith("back", StringComparison.Ordinal))) { throw new Listening.Polling.PlatformUnavailableException("gone"); } };

        engine.Time.Advance(TimeSpan.FromMinutes(1));
        await engine.TickAsync();

        Assert.Single(await engine.Alerts.ListAsync(null, 10, default));
    }

    [Fact]
    public async Task As_many_people_as_the_line_are_no_alert()
    {
        await using var engine = await StartAsync();
        Add(engine, 1, "a", minutesAgo: 30);
        Add(engine, 2, "b", minutesAgo: 20);

        await engine.TickAsync();

        Assert.Empty(await engine.Alerts.ListAsync(null, 10, default));
    }

    [Fact]
    public async Task An_episode_is_one_alert_however_often_somebody_looks_and_a_second_episode_is_another()
    {
        await using var engine = await StartAsync();
        Burst(engine, first: 1);
        await engine.TickAsync();
        for (var minute = 0; minute < 30; minute++)
        {
            engine.Time.Advance(TimeSpan.FromMinutes(1));
            await engine.Get<ThresholdWatch>().LookAsync(default);
        }

        engine.Time.Advance(TimeSpan.FromHours(2));
        await engine.Get<ThresholdWatch>().LookAsync(default);
        Assert.Empty(await engine.Alerts.OpenAsync(default));

        Burst(engine, first: 10);
        await engine.TickAsync();

        Assert.Equal(2, (await engine.Alerts.ListAsync(null, 10, default)).Count);
    }

    [Fact]
    public async Task What_is_recorded_is_sent_once_to_each_channel()
    {
        await using var engine = await StartAsync(new() { ["Alerts:Channels:one:Kind"] = "log", ["Alerts:Channels:two:Kind"] = "log" });
        Burst(engine, first: 1);
        await engine.TickAsync();

        await engine.Get<AlertDispatcher>().DispatchAsync(default);
        await engine.Get<AlertDispatcher>().DispatchAsync(default);

        Assert.Equal(["one", "two"], _channels.Taken.Select(taken => taken.Channel).Order());
    }

    [Fact]
    public async Task A_channel_that_fails_is_tried_again_alone_after_growing_pauses()
    {
        await using var engine = await StartAsync(new() { ["Alerts:Channels:one:Kind"] = "log", ["Alerts:Channels:two:Kind"] = "log" });
        _channels.Refusals["two"] = 2;
        Burst(engine, first: 1);
        await engine.TickAsync();
        List<int> taken = [];

        foreach (var seconds in new[] { 0, 1, 1, 3, 1 })
        {
            engine.Time.Advance(TimeSpan.FromSeconds(seconds));
            await engine.Get<AlertDispatcher>().DispatchAsync(default);
            taken.Add(_channels.Taken.Count);
        }

        Assert.Equal([1, 1, 1, 1, 2], taken);
        Assert.Equal(["one", "two"], _channels.Taken.Select(one => one.Channel));
    }

    [Fact]
    public async Task A_channel_that_cannot_work_is_named_at_the_start()
    {
        await using var engine = await StartAsync(new() { ["Alerts:Channels:one:Kind"] = "pigeon" });

        var problem = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() => engine.Get<Microsoft.Extensions.Options.IOptions<AlertOptions>>().Value);

        Assert.Contains("Alerts:Channels:one:Kind is 'pigeon'", problem.Message);
    }

    private Task<Engine> StartAsync(Dictionary<string, string?>? more = null) =>
        Engine.StartAsync(new Dictionary<string, string?>(MoreThanTwoInAnHour.Concat(more ?? [])), _channels);

    private static void Burst(Engine engine, int first)
    {
        foreach (var offset in Enumerable.Range(0, 3))
        {
            Add(engine, first + offset, $"p{offset}", minutesAgo: 9 - offset);
        }
    }

    private static void Add(Engine engine, int id, string author, int minutesAgo) =>
        engine.Source.Add(id, EnginePosts.Post(author, engine.Time.GetUtcNow().AddMinutes(-minutesAgo), id: id.ToString()));
}
