using Listening.Alerts;

namespace Listening.Tests.Storage;

public abstract partial class TrackingStoreSpecification
{
    private IAlertLog Log => _opened.Alerts;

    [Fact]
    public async Task An_alert_comes_back_as_it_was_recorded()
    {
        var alert = Alert(0) with
        {
            Score = 1.5,
            People = 30,
            Posts = 41,
            Expected = 2.25,
            Low = 0,
            High = 5.5,
            NewPeople = 4,
            Platforms = new Dictionary<string, long>(StringComparer.Ordinal) { ["mastodon"] = 29, ["bluesky"] = 1 },
            Explain = new Dictionary<string, string>(StringComparer.Ordinal) { ["Threshold"] = "more than 20 people within 10 minutes" },
        };

        Assert.True(await Log.RecordAsync(alert, Ct));

        var read = Assert.Single(await (await OpenAsync()).Alerts.ListAsync(_samples.Tag, 10, Ct));
        Assert.Equal(Json(alert), Json(read));
        Assert.Equal(["webhook", "log"], read.Channels);
        Assert.Null(read.ClosedAt);
    }

    [Fact]
    public async Task An_alert_recorded_twice_is_one()
    {
        var other = (await OpenAsync()).Alerts;

        var recorded = await Task.WhenAll(Log.RecordAsync(Alert(0), Ct), other.RecordAsync(Alert(0) with { Words = "again" }, Ct));
        Assert.False(await Log.RecordAsync(Alert(0) with { Words = "once more" }, Ct));

        Assert.Single(recorded, isFirst => isFirst);
        Assert.NotEqual("once more", Assert.Single(await Log.ListAsync(_samples.Tag, 10, Ct)).Words);
    }

    [Fact]
    public async Task Alerts_are_listed_the_newest_first()
    {
        foreach (var minute in new[] { 3, 1, 2 })
        {
            await Log.RecordAsync(Alert(minute), Ct);
        }

        await Log.RecordAsync(Alert(9) with { Key = Alert(9).Key + "other", Hashtag = _samples.OtherTag }, Ct);

        Assert.Equal([Alert(3).Key, Alert(2).Key], (await Log.ListAsync(_samples.Tag, 2, Ct)).Select(alert => alert.Key));
        Assert.Equal(
            [Alert(9).Key + "other", Alert(3).Key, Alert(2).Key, Alert(1).Key],
            (await Log.ListAsync(null, 1_000, Ct)).Where(IsOwn).Select(alert => alert.Key));
        Assert.Equal((await Log.ListAsync(null, 1_000, Ct)).Select(alert => alert.Key), (await Log.ListAsync(null, int.MaxValue, Ct)).Select(alert => alert.Key));
    }

    [Fact]
    public async Task An_alert_is_unsent_until_every_channel_took_it()
    {
        await Log.RecordAsync(Alert(2), Ct);
        await Log.RecordAsync(Alert(1), Ct);
        Assert.Equal([Alert(1).Key, Alert(2).Key], (await Log.UnsentAsync(Ct)).Where(IsOwn).Select(alert => alert.Key));

        await Log.MarkSentAsync(Alert(1).Key, new AlertDelivery("log", Noon.AddMinutes(5)), Ct);
        Assert.Equal(["webhook"], (await Log.UnsentAsync(Ct)).First(alert => alert.Key == Alert(1).Key).Unsent());

        await Log.MarkSentAsync(Alert(1).Key, new AlertDelivery("webhook", Noon.AddMinutes(6)), Ct);
        Assert.Equal([Alert(2).Key], (await (await OpenAsync()).Alerts.UnsentAsync(Ct)).Where(IsOwn).Select(alert => alert.Key));
    }

    [Fact]
    public async Task An_alert_without_channels_has_nothing_to_send()
    {
        await Log.RecordAsync(Alert(0) with { Channels = [] }, Ct);

        Assert.DoesNotContain(await Log.UnsentAsync(Ct), IsOwn);
    }

    [Fact]
    public async Task A_delivery_is_noted_once()
    {
        await Log.RecordAsync(Alert(0), Ct);

        await Log.MarkSentAsync(Alert(0).Key, new AlertDelivery("webhook", Noon.AddMinutes(5)), Ct);
        await Log.MarkSentAsync(Alert(0).Key, new AlertDelivery("webhook", Noon.AddMinutes(9)), Ct);

        Assert.Equal([new AlertDelivery("webhook", Noon.AddMinutes(5))], Assert.Single(await Log.ListAsync(_samples.Tag, 10, Ct)).Sent);
    }

    [Fact]
    public async Task Two_channels_that_take_an_alert_at_once_are_both_noted()
    {
        await Log.RecordAsync(Alert(0), Ct);
        var other = (await OpenAsync()).Alerts;

        await Task.WhenAll(
            Log.MarkSentAsync(Alert(0).Key, new AlertDelivery("webhook", Noon.AddMinutes(5)), Ct),
            other.MarkSentAsync(Alert(0).Key, new AlertDelivery("log", Noon.AddMinutes(5)), Ct));

        Assert.Equal(["log", "webhook"], Assert.Single(await Log.ListAsync(_samples.Tag, 10, Ct)).Sent.Select(delivery => delivery.Channel).Order());
    }

    [Fact]
    public async Task An_episode_is_open_until_it_is_closed()
    {
        await Log.RecordAsync(Alert(0), Ct);
        Assert.Equal([Alert(0).Key], (await Log.OpenAsync(Ct)).Where(IsOwn).Select(alert => alert.Key));

        await Log.SetClosedAsync(Alert(0).Key, Noon.AddHours(1), Ct);
        Assert.DoesNotContain(await (await OpenAsync()).Alerts.OpenAsync(Ct), IsOwn);
        Assert.Equal(Noon.AddHours(1), Assert.Single(await Log.ListAsync(_samples.Tag, 10, Ct)).ClosedAt);

        await Log.SetClosedAsync(Alert(0).Key, null, Ct);
        Assert.Contains(await Log.OpenAsync(Ct), IsOwn);
    }

    [Fact]
    public async Task Closing_and_sending_do_not_undo_each_other()
    {
        await Log.RecordAsync(Alert(0), Ct);
        await Log.MarkSentAsync(Alert(0).Key, new AlertDelivery("log", Noon), Ct);
        await Log.SetClosedAsync(Alert(0).Key, Noon.AddHours(1), Ct);
        await Log.MarkSentAsync(Alert(0).Key, new AlertDelivery("webhook", Noon), Ct);

        var alert = Assert.Single(await Log.ListAsync(_samples.Tag, 10, Ct));
        Assert.Equal((2, Noon.AddHours(1)), (alert.Sent.Count, alert.ClosedAt!.Value));
    }

    [Fact]
    public async Task An_unknown_alert_is_neither_sent_nor_closed()
    {
        await Log.MarkSentAsync(Alert(0).Key, new AlertDelivery("log", Noon), Ct);
        await Log.SetClosedAsync(Alert(0).Key, Noon, Ct);

        Assert.Empty(await Log.ListAsync(_samples.Tag, 10, Ct));
        Assert.True(await Log.RecordAsync(Alert(0), Ct));
        Assert.Empty(Assert.Single(await Log.ListAsync(_samples.Tag, 10, Ct)).Sent);
    }

    private bool IsOwn(Alert alert) => alert.Hashtag == _samples.Tag || alert.Hashtag == _samples.OtherTag;

    private Alert Alert(int minute) => new()
    {
        Key = Listening.Alerts.Alert.KeyOf(AlertRuleKind.Threshold, _samples.Tag, Noon.AddMinutes(minute)),
        Hashtag = _samples.Tag,
        Rule = AlertRuleKind.Threshold,
        From = Noon.AddMinutes(minute - 10),
        To = Noon.AddMinutes(minute),
        DetectedAt = Noon.AddMinutes(minute).AddMilliseconds(7),
        Words = "30 people within ten minutes",
        Channels = ["webhook", "log"],
    };
}
