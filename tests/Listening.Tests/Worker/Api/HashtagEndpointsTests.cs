using System.Net;
using System.Text.Json;
using Listening.Tests.Support;

namespace Listening.Tests.Worker.Api;

public sealed class HashtagEndpointsTests : IAsyncLifetime
{
    private const string Hashtags = "/api/v1/hashtags";

    private Visitor _visitor = null!;

    public async ValueTask InitializeAsync() => _visitor = await Visitor.StartAsync();

    public ValueTask DisposeAsync() => _visitor.DisposeAsync();

    [Fact]
    public async Task A_hashtag_is_followed_listed_and_found()
    {
        using var response = await _visitor.SendAsync(HttpMethod.Post, Hashtags, """{"hashtag": "#EventProfs", "zone": "Europe/Berlin", "with": ["eventprofs26"]}""");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("/api/v1/hashtags/eventprofs", response.Headers.Location?.ToString());
        var listed = Assert.Single((await _visitor.JsonAsync(Hashtags)).EnumerateArray());
        Assert.Equal(["hashtag", "display", "state", "added_at", "time_zone", "with", "sources"], listed.EnumerateObject().Select(property => property.Name));
        Assert.Equal("eventprofs", listed.GetProperty("hashtag").GetString());
        Assert.Equal("EventProfs", listed.GetProperty("display").GetString());
        Assert.Equal("active", listed.GetProperty("state").GetString());
        Assert.Equal("Europe/Berlin", listed.GetProperty("time_zone").GetString());
        Assert.Equal("one.example", listed.GetProperty("sources")[0].GetProperty("host").GetString());
        Assert.Equal(listed.GetRawText(), (await _visitor.JsonAsync(Hashtags + "/eventprofs")).GetRawText());
    }

    [Fact]
    public async Task Following_twice_is_following_once()
    {
        await _visitor.Web.FollowAsync();

        using var response = await _visitor.SendAsync(HttpMethod.Post, Hashtags, """{"hashtag": "eventprofs"}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("EventProfs", JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("display").GetString());
    }

    [Fact]
    public async Task State_and_zone_are_changed_together_or_alone()
    {
        await _visitor.Web.FollowAsync();

        using var paused = await _visitor.SendAsync(HttpMethod.Patch, Hashtags + "/eventprofs", """{"state": "paused"}""");
        using var moved = await _visitor.SendAsync(HttpMethod.Patch, Hashtags + "/EventProfs", """{"zone": "Asia/Tokyo"}""");

        var now = await _visitor.JsonAsync(Hashtags + "/eventprofs");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (paused.StatusCode, moved.StatusCode));
        Assert.Equal(("paused", "Asia/Tokyo"), (now.GetProperty("state").GetString(), now.GetProperty("time_zone").GetString()));
    }

    [Fact]
    public async Task Removing_keeps_the_posts_unless_they_are_erased()
    {
        await _visitor.Web.FollowAsync();
        var post = Community.One("a", Community.AuthorOf(1), ServedWeb.Now.AddHours(-1), "Hello #eventprofs");
        await _visitor.Web.StoreAsync(post);

        using var removed = await _visitor.SendAsync(HttpMethod.Delete, Hashtags + "/eventprofs", "{}");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.NotEmpty(await _visitor.Web.Posts.GetAsync([post.PostKey], CancellationToken.None));

        using var erased = await _visitor.SendAsync(HttpMethod.Delete, Hashtags + "/eventprofs?erase=true", "{}");
        Assert.Equal(HttpStatusCode.NoContent, erased.StatusCode);
        Assert.Empty(await _visitor.Web.Posts.GetAsync([post.PostKey], CancellationToken.None));
    }

    [Fact]
    public async Task Erasing_a_hashtag_forgets_what_was_observed_of_it_unless_another_one_is_read_from_the_same_target()
    {
        await _visitor.Web.FollowAsync();
        await _visitor.Web.FollowAsync("Meetings");
        await _visitor.Web.ObserveAsync("one.example", TimeSpan.FromDays(2), TimeSpan.Zero);
        await _visitor.Web.ObserveAsync("one.example", TimeSpan.FromDays(2), TimeSpan.Zero, "meetings");

        using var removed = await _visitor.SendAsync(HttpMethod.Delete, Hashtags + "/eventprofs", """{"erase": true}""");
        await _visitor.Web.FollowAsync();

        Assert.Empty((await _visitor.JsonAsync(Hashtags + "/eventprofs/coverage")).GetProperty("sources").EnumerateArray());
        Assert.NotEmpty((await _visitor.JsonAsync(Hashtags + "/meetings/coverage")).GetProperty("sources").EnumerateArray());
    }

    [Theory]
    [InlineData("POST", "", """{"hashtag": "two words"}""", HttpStatusCode.BadRequest)]
    [InlineData("POST", "", """{"zone": "UTC"}""", HttpStatusCode.BadRequest)]
    [InlineData("POST", "", """{"hashtag": "a", "zone": "Mars"}""", HttpStatusCode.BadRequest)]
    [InlineData("POST", "", """{"hashtag": 7}""", HttpStatusCode.BadRequest)]
    [InlineData("POST", "", """{"hashtag": "a", "zones": "UTC"}""", HttpStatusCode.BadRequest)]
    [InlineData("POST", "", "{\"hashtag\": ", HttpStatusCode.BadRequest)]
    [InlineData("POST", "", "null", HttpStatusCode.BadRequest)]
    [InlineData("POST", "", "[]", HttpStatusCode.BadRequest)]
    [InlineData("PATCH", "/eventprofs", "{}", HttpStatusCode.BadRequest)]
    [InlineData("PATCH", "/eventprofs", """{"state": "asleep"}""", HttpStatusCode.BadRequest)]
    [InlineData("PATCH", "/other", """{"state": "paused"}""", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/other", "{}", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/eventprofs?erase=perhaps", "{}", HttpStatusCode.BadRequest)]
    public async Task A_change_that_cannot_be_made_says_why(string method, string path, string body, HttpStatusCode expected)
    {
        await _visitor.Web.FollowAsync();

        var (status, detail) = await _visitor.ProblemAsync(new HttpMethod(method), Hashtags + path, body);

        Assert.Equal(expected, status);
        Assert.EndsWith(".", detail.Replace("listening tags add other", "."));
        Assert.DoesNotContain("Listening.", detail);
        Assert.Single(await _visitor.Web.Tracking.HashtagsAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("POST", "")]
    [InlineData("PATCH", "/eventprofs")]
    [InlineData("DELETE", "/eventprofs")]
    public async Task A_change_without_a_json_body_is_refused(string method, string path)
    {
        await _visitor.Web.FollowAsync();

        var asForm = await _visitor.ProblemAsync(new HttpMethod(method), Hashtags + path, "hashtag=evil", "application/x-www-form-urlencoded");
        var asText = await _visitor.ProblemAsync(new HttpMethod(method), Hashtags + path, """{"hashtag": "evil", "state": "paused"}""", "text/plain");
        var without = await _visitor.ProblemAsync(new HttpMethod(method), Hashtags + path);

        Assert.All([asForm, asText, without], answer => Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.Status));
        Assert.Equal("active", (await _visitor.JsonAsync(Hashtags + "/eventprofs")).GetProperty("state").GetString());
        Assert.Single(await _visitor.Web.Tracking.HashtagsAsync(CancellationToken.None));
    }
}
