using Listening.Alerts;
using Listening.Polling;
using Listening.Stores;
using Listening.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Listening.Tests.Alerts;

public sealed class AlertDispatcherTests
{
    private readonly RecordingChannels _channels = new();

    [Fact]
    public async Task An_alert_that_was_taken_is_not_sent_again_while_the_store_takes_no_writes()
    {
        await using var engine = await StartAsync();
        var log = new AlertLogThatTakesNoNotes(engine.Alerts) { Refusals = 3 };
        var dispatcher = Dispatcher(engine, log);

        for (var i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => dispatcher.DispatchAsync(TestContext.Current.CancellationToken));
        }

        await dispatcher.DispatchAsync(TestContext.Current.CancellationToken);

        Assert.Single(_channels.Taken);
        Assert.Empty(await engine.Alerts.UnsentAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_alert_that_was_taken_is_noted_also_when_the_worker_ends_at_that_moment()
    {
        await using var engine = await StartAsync();
        using var end = new CancellationTokenSource();
        _channels.WhenTaken = end.Cancel;

        await Dispatcher(engine, new AlertLogThatTakesNoNotes(engine.Alerts)).DispatchAsync(end.Token);

        Assert.Empty(await engine.Alerts.UnsentAsync(TestContext.Current.CancellationToken));
    }

    private async Task<Engine> StartAsync()
    {
        var engine = await Engine.StartAsync(new() { ["Alerts:Channels:one:Kind"] = "log" }, _channels);
        await engine.Alerts.RecordAsync(
            new Alert
            {
                Key = "threshold:eventprofs:20261124T120000Z",
                Hashtag = "eventprofs",
                Rule = AlertRuleKind.Threshold,
                From = engine.Time.GetUtcNow(),
                To = engine.Time.GetUtcNow(),
                Words = "Many people at once",
                DetectedAt = engine.Time.GetUtcNow(),
                Channels = ["one"],
            },
            TestContext.Current.CancellationToken);
        return engine;
    }

    private static AlertDispatcher Dispatcher(Engine engine, IAlertLog log) =>
        new(log, engine.Get<AlertChannels>(), engine.Get<LaneHolder>(), engine.Time, NullLogger<AlertDispatcher>.Instance);
}
