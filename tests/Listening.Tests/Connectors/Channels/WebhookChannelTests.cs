using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Listening.Alerts;
using Listening.Connectors.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Listening.Tests.Connectors.Channels;

public sealed class WebhookChannelTests : IAsyncLifetime
{
    private static readonly byte[] Key = Encoding.UTF8.GetBytes("a key that only the two of us know");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 5, 0, TimeSpan.Zero));
    private readonly List<(IHeaderDictionary Headers, string Body)> _received = [];
    private WebApplication _receiver = null!;
    private int _status = 204;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _receiver = builder.Build();
        _receiver.MapPost("/hook", async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            _received.Add((new HeaderDictionary(context.Request.Headers.ToDictionary()), await reader.ReadToEndAsync()));
            context.Response.StatusCode = _status;
            context.Response.Headers.Location = "/elsewhere";
        });
        await _receiver.StartAsync();
    }

    public async ValueTask DisposeAsync() => await _receiver.DisposeAsync();

    [Fact]
    public async Task An_alert_is_posted_as_JSON_with_its_key_as_id_and_without_its_deliveries()
    {
        await Channel().SendAsync(Sample(), TestContext.Current.CancellationToken);

        var (headers, body) = Assert.Single(_received);
        Assert.Equal("application/json", headers.ContentType.ToString());
        Assert.Equal("threshold:eventprofs:20261124T090000Z", headers["webhook-id"].ToString());
        Assert.Equal(_time.GetUtcNow().ToUnixTimeSeconds().ToString(), headers["webhook-timestamp"].ToString());
        using var json = JsonDocument.Parse(body);
        Assert.Equal("alert.threshold", json.RootElement.GetProperty("type").GetString());
        Assert.Equal("2026-11-24T09:01:00.000Z", json.RootElement.GetProperty("timestamp").GetString());
        var data = json.RootElement.GetProperty("data");
        Assert.Equal(
            ["key", "hashtag", "rule", "from", "to", "detected_at", "score", "people", "posts", "expected", "low", "high", "new_people", "platforms", "words", "explain"],
            data.EnumerateObject().Select(property => property.Name));
        Assert.Equal("threshold", data.GetProperty("rule").GetString());
    }

    [Fact]
    public async Task The_signature_verifies_over_id_timestamp_and_body()
    {
        await Channel().SendAsync(Sample(), TestContext.Current.CancellationToken);

        var (headers, body) = Assert.Single(_received);
        var signed = $"{headers["webhook-id"]}.{headers["webhook-timestamp"]}.{body}";
        Assert.Equal("v1," + Convert.ToBase64String(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(signed))), headers["webhook-signature"].ToString());
    }

    [Theory]
    [InlineData(503)]
    [InlineData(400)]
    [InlineData(302)]
    public async Task Anything_but_2xx_is_not_taken_and_redirects_are_not_followed(int status)
    {
        _status = status;

        var refusal = await Assert.ThrowsAsync<AlertChannelException>(() => Channel().SendAsync(Sample(), TestContext.Current.CancellationToken));

        Assert.Contains(status.ToString(), refusal.Message);
        Assert.Single(_received);
    }

    [Fact]
    public async Task A_receiver_that_is_not_there_is_a_sentence()
    {
        await _receiver.StopAsync(TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<AlertChannelException>(() => Channel(port: 1).SendAsync(Sample(), TestContext.Current.CancellationToken));

        Assert.StartsWith("127.0.0.1 cannot be reached", refusal.Message);
    }

    [Theory]
    [InlineData(null, null, "Url")]
    [InlineData("ftp://x.example", null, "Url")]
    [InlineData("https://x.example/hook", "not-a-secret", "Secret")]
    [InlineData("https://x.example/hook", "whsec_%%%", "Secret")]
    public void Settings_that_cannot_work_are_named(string? url, string? secret, string setting)
    {
        var problem = Assert.Throws<ValidationException>(() => Create(new AlertChannelOptions { Kind = "webhook", Url = url, Secret = secret }));

        Assert.Contains($"Alerts:Channels:team:{setting}", problem.Message);
        Assert.DoesNotContain("not-a-secret", problem.Message);
    }

    private IAlertChannel Channel(int? port = null) => Create(new AlertChannelOptions
    {
        Kind = "webhook",
        Url = port is null ? $"{_receiver.Urls.First()}/hook" : $"http://127.0.0.1:{port}/hook",
        Secret = "whsec_" + Convert.ToBase64String(Key),
    });

    private IAlertChannel Create(AlertChannelOptions options)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(_time).AddAlertChannels().BuildServiceProvider();
        return services.GetServices<IAlertChannelKind>().Single(kind => kind.Kind == "webhook").Create("team", options);
    }

    private static Alert Sample() => new()
    {
        Key = "threshold:eventprofs:20261124T090000Z",
        Hashtag = "eventprofs",
        Rule = AlertRuleKind.Threshold,
        From = new DateTimeOffset(2026, 11, 24, 8, 50, 0, TimeSpan.Zero),
        To = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero),
        DetectedAt = new DateTimeOffset(2026, 11, 24, 9, 1, 0, TimeSpan.Zero),
        People = 30,
        Posts = 31,
        Words = "30 people",
        Sent = [new AlertDelivery("other", DateTimeOffset.UnixEpoch)],
    };
}
