using Listening.Polling;
using Listening.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Listening.Tests.Connectors.Platforms.Mastodon;

public sealed class MastodonProbeTests
{
    [Fact]
    public async Task The_history_of_seven_days_is_added_up()
    {
        await using var server = await LocalServer.StartAsync(
            200, "application/json", """{"name":"evenement","history":[{"day":"1","uses":"7","accounts":"4"},{"day":"0","uses":"5","accounts":3}]}""");

        Assert.Equal(new HashtagActivity(server.Name, 12, 7, 2), await AskAsync(server, "événement"));
        Assert.Equal("/api/v1/tags/evenement", Assert.Single(server.Requests).Path);
    }

    [Theory]
    [InlineData(404, "application/json", "{\"error\":\"Record not found\"}")]
    [InlineData(401, "application/json", "{\"error\":\"This API requires an authenticated user\"}")]
    [InlineData(200, "text/html", "<html>Sign in</html>")]
    [InlineData(200, "application/json", "{\"name\":\"eventprofs\"}")]
    public async Task A_host_that_does_not_say_knows_nothing_that_could_be_told(int status, string contentType, string body)
    {
        await using var server = await LocalServer.StartAsync(status, contentType, body);

        Assert.Null(await AskAsync(server, "eventprofs"));
    }

    [Fact]
    public async Task A_demand_to_wait_is_handed_on()
    {
        await using var server = await LocalServer.StartAsync(429, "application/json", "{\"error\":\"Too many requests\"}", ("Retry-After", "60"));

        var fault = await Assert.ThrowsAsync<RateLimitedException>(() => AskAsync(server, "eventprofs"));

        Assert.Equal(new DateTimeOffset(2026, 11, 24, 9, 6, 0, TimeSpan.Zero), fault.Until);
    }

    private static async Task<HashtagActivity?> AskAsync(LocalServer server, string hashtag)
    {
        using var fixture = ConnectorFixture.Mastodon(server);
        return await fixture.Services.GetRequiredService<IHashtagProbe>().AskAsync(server.Name, hashtag, TestContext.Current.CancellationToken);
    }
}
