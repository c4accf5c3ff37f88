using Listening.Tests.Support;

namespace Listening.Tests.Connectors.Platforms.Mastodon;

/// <summary>Posts that are asked for by their ids.</summary>
public sealed class MastodonRefreshTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_call_asks_for_all_and_what_it_leaves_out_is_missing()
    {
        await using var server = await ServeAsync(200, MastodonStatuses.List(MastodonStatuses.One("300"), MastodonStatuses.One("200")));
        using var fixture = ConnectorFixture.Mastodon(server);

        var refreshed = await fixture.Source.RefreshAsync(server.Name, ["300", "250", "200"], Ct);

        Assert.Equal("/api/v1/statuses", Assert.Single(server.Requests).Path);
        Assert.Equal(["300", "200"], refreshed.Observations.Select(observation => observation.Post.SeenVia[0].NativeId));
        Assert.Equal(["250"], refreshed.Missing);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(422)]
    public async Task A_host_that_shows_single_posts_to_nobody_has_no_vote_and_is_asked_again_a_day_later(int status)
    {
        await using var server = await ServeAsync(status, "{\"error\":\"not for you\"}");
        using var fixture = ConnectorFixture.Mastodon(server);

        for (var hour = 0; hour < 24; hour++)
        {
            var refreshed = await fixture.Source.RefreshAsync(server.Name, ["300"], Ct);
            Assert.Empty(refreshed.Observations);
            Assert.Empty(refreshed.Missing);
            fixture.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Single(server.Requests);
        await fixture.Source.RefreshAsync(server.Name, ["300"], Ct);
        Assert.Equal(2, server.Requests.Count);
    }

    private static Task<LocalServer> ServeAsync(int status, string body) => LocalServer.StartAsync(status, "application/json", body);
}
