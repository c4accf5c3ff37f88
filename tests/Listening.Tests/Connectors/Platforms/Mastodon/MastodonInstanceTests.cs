using Listening.Polling;
using Listening.Tests.Support;
using Listening.Tracking;

namespace Listening.Tests.Connectors.Platforms.Mastodon;

/// <summary>What becomes of a poll when the host does not say well what it shows.</summary>
public sealed class MastodonInstanceTests
{
    private const string LocalOnly = """{"configuration":{"timelines_access":{"hashtag_feeds":{"local":"public","remote":"authenticated"}}}}""";

    [Theory]
    [InlineData(404, "application/json", "{\"error\":\"Record not found\"}")]
    [InlineData(401, "application/json", "{\"error\":\"This API requires an authenticated user\"}")]
    [InlineData(500, "text/html", "<html>oops</html>")]
    [InlineData(200, "text/html", "<html>Sign in</html>")]
    [InlineData(200, "application/json", "{\"configuration\":")]
    [InlineData(200, "application/json", "[1, 2]")]
    [InlineData(200, "application/json", "{\"configuration\":{\"timelines_access\":{\"hashtag_feeds\":{\"local\":\"friends\",\"remote\":7}}}}")]
    public async Task A_host_that_does_not_say_what_it_shows_is_simply_read(int status, string contentType, string body)
    {
        await using var server = await ServeAsync(status, contentType, body);
        using var fixture = ConnectorFixture.Mastodon(server);

        Assert.Equal("300", (await ReadAsync(fixture, server)).Newest);
        var asked = server.Requests.Count;
        await ReadAsync(fixture, server);

        Assert.Equal(asked + 1, server.Requests.Count);
        Assert.Equal(["limit"], server.Requests[^1].Query.Keys);
    }

    [Fact]
    public async Task What_a_host_said_yesterday_holds_while_it_says_nothing_today()
    {
        var isWell = true;
        await using var server = await LocalServer.StartAsync(context => context.Request.Path != "/api/v2/instance" ? Posts(context)
            : isWell ? LocalServer.AnswerAsync(context, 200, "application/json", LocalOnly)
            : LocalServer.AnswerAsync(context, 500, "application/json", "{}"), isAskedOfItself: true);
        using var fixture = ConnectorFixture.Mastodon(server);

        await ReadAsync(fixture, server);
        isWell = false;
        fixture.Time.Advance(TimeSpan.FromDays(1));
        await ReadAsync(fixture, server);

        Assert.Equal("true", server.Requests[^1].Query["local"]);
    }

    [Theory]
    [InlineData(429, "Retry-After", "120")]
    [InlineData(503, "Retry-After", "120")]
    [InlineData(200, "Retry-After", "120")]
    public async Task A_demand_to_wait_in_that_answer_is_obeyed_before_any_post_is_asked_for(int status, string header, string value)
    {
        await using var server = await ServeAsync(status, "application/json", "{}", (header, value));
        using var fixture = ConnectorFixture.Mastodon(server);

        var fault = await Assert.ThrowsAsync<RateLimitedException>(() => ReadAtOnceAsync(fixture, server));
        var asked = server.Requests.Count;
        fixture.Time.Advance(TimeSpan.FromMinutes(2));
        await ReadAtOnceAsync(fixture, server);

        Assert.Equal(new DateTimeOffset(2026, 11, 24, 9, 7, 0, TimeSpan.Zero), fault.Until);
        Assert.Equal(1, asked);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_budget_that_this_answer_used_up_is_waited_for()
    {
        await using var server = await ServeAsync(
            200, "application/json", "{}", ("X-RateLimit-Limit", "300"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "2026-11-24T09:10:00.123456Z"));
        using var fixture = ConnectorFixture.Mastodon(server);

        var fault = await Assert.ThrowsAsync<RateLimitedException>(() => ReadAtOnceAsync(fixture, server));

        Assert.Equal(new DateTimeOffset(2026, 11, 24, 9, 10, 0, TimeSpan.Zero).AddMicroseconds(123456), fault.Until);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_host_that_forbids_us_is_not_asked_for_posts_in_the_same_breath()
    {
        await using var server = await ServeAsync(403, "application/json", "{\"error\":\"blocked\"}");
        using var fixture = ConnectorFixture.Mastodon(server);

        var fault = await Assert.ThrowsAsync<AuthenticationFailedException>(() => ReadAtOnceAsync(fixture, server));
        var asked = server.Requests.Count;
        await ReadAtOnceAsync(fixture, server);

        Assert.StartsWith($"{server.Name} refuses to answer us (403, \"blocked\")", fault.Message);
        Assert.Equal((1, 2), (asked, server.Requests.Count));
    }

    private static Task<LocalServer> ServeAsync(int status, string contentType, string body, params (string, string)[] headers) => LocalServer.StartAsync(
        context => context.Request.Path == "/api/v2/instance" ? LocalServer.AnswerAsync(context, status, contentType, body, headers) : Posts(context), isAskedOfItself: true);

    private static Task Posts(Microsoft.AspNetCore.Http.HttpContext context) =>
        LocalServer.AnswerAsync(context, 200, "application/json", MastodonStatuses.List([MastodonStatuses.One("300")]));

    private static Task<PostPage> ReadAtOnceAsync(ConnectorFixture fixture, LocalServer server) =>
        fixture.Source.ForwardAsync(new PollTarget("mastodon", server.Name, "eventprofs"), null, TestContext.Current.CancellationToken);

    // Lets the waits between retries pass.
    private static Task<PostPage> ReadAsync(ConnectorFixture fixture, LocalServer server) =>
        fixture.Time.RunUntilAsync(ReadAtOnceAsync(fixture, server));
}
