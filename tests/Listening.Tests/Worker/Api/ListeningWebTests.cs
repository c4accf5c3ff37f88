using System.Net;
using Listening.Stores;
using Listening.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Listening.Tests.Worker.Api;

public sealed class ListeningWebTests(SeededVisitor seeded) : IClassFixture<SeededVisitor>
{
    private readonly Visitor _visitor = seeded.Visitor;

    [Theory]
    [InlineData("127.0.0.1:5080", HttpStatusCode.OK)]
    [InlineData("localhost:5080", HttpStatusCode.OK)]
    [InlineData("[::1]:5080", HttpStatusCode.OK)]
    [InlineData("evil.example:5080", HttpStatusCode.BadRequest)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost.evil.example:5080", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1:9200", HttpStatusCode.BadRequest)]
    [InlineData("192.168.1.7:5080", HttpStatusCode.BadRequest)]
    public async Task Only_our_own_addresses_are_answered(string host, HttpStatusCode expected)
    {
        foreach (var path in (string[])["/api/v1/status", "/hashtags/eventprofs", "/healthz/live", "/app.css"])
        {
            using var response = await _visitor.SendAsync(HttpMethod.Get, path, change: request => request.Headers.Host = host);
            Assert.Equal(expected, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", HttpStatusCode.OK)]
    [InlineData("http://localhost:5080", HttpStatusCode.OK)]
    [InlineData("http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:3000", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("file://", HttpStatusCode.Forbidden)]
    public async Task An_origin_must_be_ours(string origin, HttpStatusCode expected)
    {
        await using var visitor = await Visitor.StartAsync();
        await visitor.Web.FollowAsync();
        using var response = await visitor.SendAsync(
            HttpMethod.Patch, "/api/v1/hashtags/eventprofs", """{"state": "paused"}""", change: request => request.Headers.Add("Origin", origin));

        Assert.Equal(expected, response.StatusCode);
        var followed = Assert.Single(await visitor.Web.Tracking.HashtagsAsync(CancellationToken.None));
        Assert.Equal(expected == HttpStatusCode.OK, followed.State == Listening.Tracking.HashtagState.Paused);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/hashtags/eventprofs")]
    [InlineData("/hashtags/other")]
    [InlineData("/nothing")]
    [InlineData("/api/v1/status")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/app.css")]
    public async Task Every_answer_forbids_script_frames_and_guessing(string path)
    {
        using var response = await _visitor.SendAsync(HttpMethod.Get, path);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("script-src", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("hashtags/eventprofs/communities")]
    [InlineData("hashtags/eventprofs/related")]
    [InlineData("hashtags/eventprofs/spikes?from=7d")]
    [InlineData("hashtags/eventprofs/chats")]
    [InlineData("hashtags/eventprofs/feed.atom")]
    [InlineData("hashtags/eventprofs/chats.ics")]
    [InlineData("people?key=x")]
    [InlineData("events")]
    public async Task What_is_promised_for_later_says_so(string path)
    {
        var (status, detail) = await _visitor.ProblemAsync("/api/v1/" + path);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("not there yet", detail);
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_method_are_problems()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _visitor.ProblemAsync("/api/v1/nothing")).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _visitor.ProblemAsync(HttpMethod.Put, "/api/v1/status", "{}")).Status);
    }

    [Fact]
    public async Task The_description_names_every_address_and_its_parameters()
    {
        var document = await _visitor.JsonAsync("/api/v1/openapi.json");

        Assert.StartsWith("3.", document.GetProperty("openapi").GetString());
        var paths = document.GetProperty("paths");
        Assert.Equal(
            ["/api/v1/alerts", "/api/v1/hashtags", "/api/v1/hashtags/{tag}", "/api/v1/hashtags/{tag}/contributors", "/api/v1/hashtags/{tag}/coverage", "/api/v1/hashtags/{tag}/posts", "/api/v1/hashtags/{tag}/volume", "/api/v1/posts", "/api/v1/status"],
            paths.EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        var search = paths.GetProperty("/api/v1/hashtags/{tag}/posts").GetProperty("get");
        Assert.Equal(
            ["tag", "text", "from", "to", "author", "platform", "sort", "limit", "after"],
            search.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
        Assert.True(document.GetProperty("components").GetProperty("schemas").GetProperty("Post").GetProperty("properties").TryGetProperty("created_at", out _));
        Assert.True(paths.GetProperty("/api/v1/hashtags").GetProperty("post").TryGetProperty("requestBody", out _));
    }

    [Fact]
    public async Task While_the_store_is_down_programs_get_503_with_a_sentence()
    {
        await using var visitor = await Visitor.WithoutStoreAsync(new StoreThatIsDown());
        foreach (var path in (string[])["hashtags", "hashtags/eventprofs/posts", "hashtags/eventprofs/volume", "hashtags/eventprofs/coverage", "status", "alerts", "posts?key=a"])
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, StoreThatIsDown.Sentence), await visitor.ProblemAsync("/api/v1/" + path));
        }
    }

    [Fact]
    public async Task A_bug_is_logged_once_and_tells_nothing_to_the_outside()
    {
        await using var visitor = await Visitor.StartAsync(services => services.AddSingleton<IPostStore>(_ => throw new InvalidOperationException("secret")));

        var (status, detail) = await visitor.ProblemAsync("/api/v1/posts?key=a");

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.DoesNotContain("secret", detail);
        var logged = Assert.Single(visitor.Web.Log.GetSnapshot(), record => record.Level >= LogLevel.Warning);
        Assert.Contains("secret", logged.Exception?.ToString());
    }

    [Fact]
    public async Task A_question_that_cannot_be_asked_is_no_entry_in_the_log()
    {
        await _visitor.ProblemAsync("/api/v1/hashtags/eventprofs/posts?from=yesterday");
        await _visitor.ProblemAsync("/api/v1/hashtags/other/posts");

        Assert.DoesNotContain(_visitor.Web.Log.GetSnapshot(), record => record.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Without_the_dashboard_only_the_api_answers()
    {
        await using var visitor = await Visitor.StartAsync(dashboard: false);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.ProblemAsync("/")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.ProblemAsync("/app.css")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.ReadAsync("/api/v1/status")).Status);
    }
}
