using Listening.Polling;
using Listening.Posts;
using Listening.Tests.Support;
using Listening.Tracking;

namespace Listening.Tests.Connectors.Platforms.Mastodon;

public sealed class MastodonSourceTests
{
    private static readonly DateTimeOffset Day = new(2026, 10, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_first_page_is_asked_without_a_position()
    {
        await using var server = await ServeAsync(MastodonStatuses.One("300"), MastodonStatuses.One("200"));
        using var fixture = ConnectorFixture.Mastodon(server);

        var page = await fixture.Source.ForwardAsync(Target(server), null, TestContext.Current.CancellationToken);

        var request = Assert.Single(server.Requests);
        Assert.Equal("/api/v1/timelines/tag/eventprofs", request.Path);
        Assert.Equal(["limit=40"], request.Query.Select(pair => $"{pair.Key}={pair.Value}"));
        Assert.DoesNotContain("Authorization", request.Headers.Keys);
        Assert.Equal(("300", "200"), (page.Newest, page.Oldest));
        Assert.Equal(fixture.Time.GetUtcNow(), page.RequestedAt);
        Assert.Equal(2, page.Observations.Count);
    }

    [Fact]
    public async Task Forward_goes_by_min_id_and_back_by_max_id_and_never_by_Link()
    {
        await using var server = await LocalServer.StartAsync(
            200, "application/json", MastodonStatuses.List(MastodonStatuses.One("300")), ("Link", "<https://elsewhere.example/api?max_id=1>; rel=\"next\""));
        using var fixture = ConnectorFixture.Mastodon(server);

        await fixture.Source.ForwardAsync(Target(server), "250", TestContext.Current.CancellationToken);
        await fixture.Source.BackAsync(Target(server), "350", TestContext.Current.CancellationToken);
        await fixture.Source.BackAsync(Target(server), null, TestContext.Current.CancellationToken);

        Assert.Equal(
            ["limit=40&min_id=250", "limit=40&max_id=350", "limit=40"],
            server.Requests.Select(request => string.Join('&', request.Query.Select(pair => $"{pair.Key}={pair.Value}"))));
    }

    [Fact]
    public async Task Paging_both_ways_reads_every_post_once()
    {
        var ids = Enumerable.Range(1, 130).Select(n => MastodonStatuses.Id(Day.AddMinutes(n))).ToArray();
        await using var server = await LocalServer.StartAsync(context => LocalServer.AnswerAsync(
            context, 200, "application/json", MastodonStatuses.List(Timeline(ids, context.Request.Query["min_id"], context.Request.Query["max_id"]))));
        using var fixture = ConnectorFixture.Mastodon(server);

        var forward = await ReadAsync(page => page.Newest, ids[9], position => fixture.Source.ForwardAsync(Target(server), position, TestContext.Current.CancellationToken));
        var back = await ReadAsync(page => page.Oldest, null, position => fixture.Source.BackAsync(Target(server), position, TestContext.Current.CancellationToken));

        Assert.Equal(ids[10..], forward.Order(StringComparer.Ordinal));
        Assert.Equal(ids, back.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Positions_are_compared_by_length_first()
    {
        await using var server = await ServeAsync(MastodonStatuses.One("1000"), MastodonStatuses.One("999"));
        using var fixture = ConnectorFixture.Mastodon(server);

        var page = await fixture.Source.ForwardAsync(Target(server), null, TestContext.Current.CancellationToken);

        Assert.Equal(("1000", "999"), (page.Newest, page.Oldest));
    }

    [Fact]
    public async Task A_host_that_ignores_positions_cannot_keep_us_paging_for_ever()
    {
        await using var server = await ServeAsync(MastodonStatuses.One("300"), MastodonStatuses.One("200"));
        using var fixture = ConnectorFixture.Mastodon(server);

        var forward = await fixture.Source.ForwardAsync(Target(server), "300", TestContext.Current.CancellationToken);
        var back = await fixture.Source.BackAsync(Target(server), "200", TestContext.Current.CancellationToken);

        Assert.True(forward.IsEmpty);
        Assert.True(back.IsEmpty);
        Assert.Empty(forward.Observations);
    }

    [Theory]
    [InlineData(200, "[]")]
    [InlineData(404, "{\"error\":\"Record not found\"}")]
    public async Task A_hashtag_that_the_host_does_not_know_yet_is_an_empty_page(int status, string body)
    {
        await using var server = await LocalServer.StartAsync(status, "application/json; charset=utf-8", body, ("X-RateLimit-Remaining", "12"));

        var page = await PollAsync(server);

        Assert.True(page.IsEmpty);
        Assert.Null(page.OldestAt);
        Assert.Equal(12, page.Budget?.Remaining);
    }

    [Fact]
    public async Task The_oldest_time_comes_from_the_snowflake_and_else_from_the_post()
    {
        await using var snowflakes = await ServeAsync(MastodonStatuses.One(MastodonStatuses.Id(Day)));
        await using var flakes = await ServeAsync(MastodonStatuses.One("AQgIdalRCRfsNV6KzA"));
        await using var small = await ServeAsync(MastodonStatuses.One("714859"));

        Assert.Equal(Day, (await PollAsync(snowflakes)).OldestAt);
        Assert.Equal(Instant("2026-10-02T09:14:07.512Z"), (await PollAsync(flakes)).OldestAt);
        Assert.Equal(Instant("2026-10-02T09:14:07.512Z"), (await PollAsync(small)).OldestAt);
    }

    [Fact]
    public async Task One_unreadable_entry_costs_that_entry_only_and_still_counts_for_paging()
    {
        await using var server = await ServeAsync(
            MastodonStatuses.One("500", ("account", "")), MastodonStatuses.One("400"), "17", "{\"content\":\"<p>no id</p>\"}", MastodonStatuses.One("100", ("account", "\"mara\"")));

        var page = await PollAsync(server);

        Assert.Equal("400", Assert.Single(page.Observations).NativeId);
        Assert.Equal(4, page.Unreadable);
        Assert.Equal(("500", "100"), (page.Newest, page.Oldest));
    }

    [Fact]
    public async Task The_budget_of_a_good_answer_is_handed_on()
    {
        await using var server = await LocalServer.StartAsync(
            200, "application/json", "[]", ("X-RateLimit-Limit", "300"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "2026-11-24T09:10:00.123456Z"));

        Assert.Equal(new HostBudget(300, 0, Instant("2026-11-24T09:10:00.123456Z")), (await PollAsync(server)).Budget);
    }

    [Fact]
    public async Task A_good_answer_that_asks_for_a_pause_is_kept_and_the_pause_obeyed()
    {
        await using var server = await LocalServer.StartAsync(
            200, "application/json", MastodonStatuses.List(MastodonStatuses.One("300")), ("Retry-After", "60"), ("X-RateLimit-Limit", "300"), ("X-RateLimit-Remaining", "20"));

        using var fixture = ConnectorFixture.Mastodon(server);

        var page = await fixture.Source.ForwardAsync(Target(server), null, TestContext.Current.CancellationToken);

        Assert.Single(page.Observations);
        Assert.Equal(new HostBudget(300, 0, Instant("2026-11-24T09:06:00Z")), page.Budget);
    }

    [Theory]
    [InlineData(429, null, "2026-11-24T09:10:00.123456Z", "2026-11-24T09:10:00.123456Z")]
    [InlineData(429, null, "1795511400", "2026-11-24T09:10:00Z")]
    [InlineData(429, "30", null, "2026-11-24T09:05:30Z")]
    [InlineData(429, "Tue, 24 Nov 2026 09:20:00 GMT", "2026-11-24T09:10:00Z", "2026-11-24T09:20:00Z")]
    [InlineData(429, "30", "2026-11-24T09:10:00Z", "2026-11-24T09:10:00Z")]
    [InlineData(429, null, null, null)]
    [InlineData(429, "soon", "never", null)]
    [InlineData(429, null, "2026-11-24T09:00:00Z", null)]
    [InlineData(503, "300", "2026-11-24T10:00:00Z", "2026-11-24T09:10:00Z")]
    [InlineData(401, "300", null, "2026-11-24T09:10:00Z")]
    [InlineData(200, "300", null, "2026-11-24T09:10:00Z")]
    public async Task A_demand_to_wait_carries_its_end_in_whatever_form_it_is_stated(int status, string? retryAfter, string? reset, string? until)
    {
        (string, string)[] headers = [.. new[] { ("Retry-After", retryAfter), ("X-RateLimit-Reset", reset) }.Where(header => header.Item2 is not null).Select(header => (header.Item1, header.Item2!))];
        await using var server = await LocalServer.StartAsync(status, "application/json", "{\"error\":\"Too many requests\"}", headers);

        using var fixture = ConnectorFixture.Mastodon(server);

        var fault = await Assert.ThrowsAsync<RateLimitedException>(() => fixture.Source.ForwardAsync(Target(server), null, TestContext.Current.CancellationToken));

        Assert.Equal(until is null ? null : Instant(until), fault.Until);
        Assert.StartsWith($"{server.Name} asks us to ", fault.Message);
    }

    [Theory]
    [InlineData(200, "text/html", "<!DOCTYPE html><title>Sign in</title>", typeof(UnexpectedPayloadException), "answered with a web page instead of posts")]
    [InlineData(200, "application/json", "<html></html>", typeof(UnexpectedPayloadException), "cut off or no JSON")]
    [InlineData(200, "application/json", "{\"error\":\"This API requires\\nan authenticated user\"}", typeof(UnexpectedPayloadException), "\"This API requires an authenticated user\"")]
    [InlineData(200, "application/json", "[{\"id\":\"1\"", typeof(UnexpectedPayloadException), "cut off or no JSON")]
    [InlineData(200, "application/json", "", typeof(UnexpectedPayloadException), "answered with nothing instead of posts")]
    [InlineData(200, "application/json", "[{}, {}]", typeof(UnexpectedPayloadException), "nothing has an id")]
    [InlineData(404, "text/html", "<html>404</html>", typeof(UnexpectedPayloadException), "has no hashtag timelines")]
    [InlineData(400, "application/json", "{}", typeof(UnexpectedPayloadException), "answered 400 instead of posts")]
    [InlineData(401, "application/json", "{\"error\":\"This method requires an authenticated user\"}", typeof(AuthenticationFailedException), "without an account (401, \"This method requires an authenticated user\")")]
    [InlineData(422, "application/json", "{\"error\":\"no\"}", typeof(AuthenticationFailedException), "without an account (422, \"no\")")]
    [InlineData(403, "text/html", "<html>forbidden</html>", typeof(AuthenticationFailedException), "refuses to answer us (403)")]
    [InlineData(503, "text/html", "<html>maintenance</html>", typeof(PlatformUnavailableException), "has trouble of its own (503)")]
    public async Task A_bad_answer_is_one_sentence_that_names_the_host(int status, string contentType, string body, Type kind, string words)
    {
        await using var server = await LocalServer.StartAsync(status, contentType, body);

        var fault = await Assert.ThrowsAnyAsync<PlatformException>(() => PollAsync(server));

        Assert.IsType(kind, fault);
        Assert.StartsWith(server.Name, fault.Message);
        Assert.Contains(words, fault.Message);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public async Task A_target_whose_host_is_not_configured_any_more_is_not_asked()
    {
        await using var server = await ServeAsync();
        using var fixture = ConnectorFixture.Mastodon(server);

        var fault = await Assert.ThrowsAsync<PlatformUnavailableException>(
            () => fixture.Source.ForwardAsync(new PollTarget("mastodon", "gone.example", "x"), null, TestContext.Current.CancellationToken));

        Assert.Contains("gone.example is not configured any more", fault.Message);
    }

    [Fact]
    public async Task The_followed_hashtag_survives_a_post_with_hundreds_of_them()
    {
        var names = Enumerable.Range(0, 300).Select(n => $$"""{"name":"t{{n}}"}""").Append("""{"name":"eventprofs"}""");
        await using var server = await ServeAsync(MastodonStatuses.One("300", ("tags", $"[{string.Join(',', names)}]")));

        var post = (await PollAsync(server)).Observations.Single().Post;

        Assert.Equal(50, post.Tags.Count);
        Assert.Contains("eventprofs", post.Tags);
    }

    [Fact]
    public async Task One_recorded_page_read_by_a_poll_and_by_inspect_gives_equal_facts()
    {
        var body = await File.ReadAllTextAsync(ProjectFolders.Tests("Connectors", "Platforms", "Mastodon", "Cases", "many-kinds.json"), TestContext.Current.CancellationToken);
        body = System.Text.Json.Nodes.JsonNode.Parse(body)!["body"]!.ToJsonString();
        await using var server = await LocalServer.StartAsync(200, "application/json", body);
        using var fixture = ConnectorFixture.Mastodon(server);

        var polled = await fixture.Source.ForwardAsync(Target(server), null, TestContext.Current.CancellationToken);
        var inspected = fixture.Inspector.Inspect(System.Text.Encoding.UTF8.GetBytes(body), new SavedAnswer(server.Address, 200, null, new Dictionary<string, string>()));

        Assert.NotEmpty(polled.Observations);
        Assert.Equal(Export(polled.Observations), Export(inspected.Observations));
        Assert.Equal(InspectionJson.Write(new Inspection("posts", polled.Observations, null)), InspectionJson.Write(inspected));
    }

    [Fact]
    public void Hosts_default_to_a_short_list_and_a_target_is_a_host_and_a_folded_hashtag()
    {
        using var fixture = new ConnectorFixture();
        var source = fixture.Source;

        Assert.Equal(["mstdn.social", "mastodon.world", "mas.to"], source.Hosts);
        Assert.Equal(TimeSpan.FromMinutes(1), source.MinInterval);
        Assert.Equal(
            ["mastodon|mstdn.social|evenement", "mastodon|mastodon.world|evenement", "mastodon|mas.to|evenement"],
            source.Targets(["événement", "evenement"]).Select(target => target.Id));
    }

    private static string Export(IEnumerable<Observation> observations) =>
        string.Join('\n', observations.Select(seen => System.Text.Json.JsonSerializer.Serialize(seen.Post, ListeningJson.Options)));

    private static IEnumerable<string> Timeline(IEnumerable<string> ids, string? minId, string? maxId)
    {
        var matching = ids.Where(id => (minId is null || string.CompareOrdinal(id, minId) > 0) && (maxId is null || string.CompareOrdinal(id, maxId) < 0));
        var page = minId is null ? matching.OrderDescending(StringComparer.Ordinal).Take(40) : matching.Order(StringComparer.Ordinal).Take(40);
        return page.OrderDescending(StringComparer.Ordinal).Select(id => MastodonStatuses.One(id));
    }

    private static async Task<List<string>> ReadAsync(Func<PostPage, string?> position, string? from, Func<string?, Task<PostPage>> ask)
    {
        var ids = new List<string>();
        for (var page = await ask(from); !page.IsEmpty; page = await ask(position(page)))
        {
            ids.AddRange(page.Observations.Select(seen => seen.NativeId));
        }

        return ids;
    }

    private static async Task<PostPage> PollAsync(LocalServer server)
    {
        using var fixture = ConnectorFixture.Mastodon(server);
        return await fixture.Time.RunUntilAsync(fixture.Source.ForwardAsync(Target(server), null, TestContext.Current.CancellationToken));
    }

    private static Task<LocalServer> ServeAsync(params IEnumerable<string> statuses) => LocalServer.StartAsync(200, "application/json", MastodonStatuses.List(statuses));

    private static PollTarget Target(LocalServer server) => new("mastodon", server.Name, "eventprofs");

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text);
}
