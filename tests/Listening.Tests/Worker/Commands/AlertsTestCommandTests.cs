using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Tests.EndToEnd;
using Microsoft.AspNetCore.Http;

namespace Listening.Tests.Worker.Commands;

public sealed class AlertsTestCommandTests : IAsyncLifetime
{
    private readonly CommandLine _shell = new();
    private WebhookReceiver _receiver = null!;

    public async ValueTask InitializeAsync() => _receiver = await WebhookReceiver.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        _shell.Dispose();
    }

    [Fact]
    public async Task A_marked_alert_arrives_signed_and_is_not_recorded()
    {
        var called = await TestAsync("team");

        Assert.Equal((0, ""), (called.ExitCode, called.Notes));
        Assert.Equal("team", called.Json().GetProperty("channel").GetString());
        var delivery = Assert.Single(_receiver.All);
        Assert.True(delivery.IsSignedWith(_receiver.Key));
        Assert.Equal(called.Json().GetProperty("key").GetString(), delivery.Id);
        var data = JsonSerializer.Deserialize<JsonElement>(delivery.Body).GetProperty("data");
        Assert.StartsWith("test:", data.GetProperty("key").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("TEST", data.GetProperty("words").GetString(), StringComparison.Ordinal);
        Assert.Empty((await _shell.CallAsync("alerts", "list", "--json")).Json().GetProperty("alerts").EnumerateArray());
    }

    [Fact]
    public async Task One_that_is_not_taken_is_1_with_one_sentence()
    {
        _receiver.Status = StatusCodes.Status500InternalServerError;

        var called = await TestAsync("team");

        Assert.Equal((1, ""), (called.ExitCode, called.Answer));
        Assert.Contains("did not arrive at the channel 'team': 127.0.0.1 answered 500", Assert.Single(called.Notes.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_channel_is_told_which_ones_there_are()
    {
        var called = await TestAsync("pager");

        Assert.Equal((1, ""), (called.ExitCode, called.Answer));
        Assert.Contains("configured: other, team.", called.Notes, StringComparison.Ordinal);
        Assert.Empty(_receiver.All);
    }

    [Fact]
    public async Task Without_a_configured_channel_it_goes_to_the_log()
    {
        var called = await _shell.CallAsync("alerts", "test", "--channel", "log");

        Assert.Equal((0, "The channel 'log' took the test alert.\n"), (called.ExitCode, called.Answer));
        Assert.Contains("ALERT #test: TEST", called.Notes, StringComparison.Ordinal);
    }

    private async Task<CommandLine.Called> TestAsync(string channel)
    {
        var team = new JsonObject { ["Kind"] = "webhook", ["Url"] = _receiver.Url, ["Secret"] = _receiver.Secret };
        var settings = new JsonObject { ["Alerts"] = new JsonObject { ["Channels"] = new JsonObject { ["team"] = team, ["other"] = new JsonObject { ["Kind"] = "log" } } } };
        await File.WriteAllTextAsync(_shell.File("settings.json"), settings.ToJsonString(), TestContext.Current.CancellationToken);
        return await _shell.CallAsync("alerts", "test", "--channel", channel, "--json", "--config", _shell.File("settings.json"));
    }
}
