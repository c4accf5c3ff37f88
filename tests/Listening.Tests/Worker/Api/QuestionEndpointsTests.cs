using System.Net;
using System.Text.Json;
using Listening.Alerts;
using Listening.Tests.Support;

namespace Listening.Tests.Worker.Api;

public sealed class QuestionEndpointsTests(SeededVisitor seeded) : IClassFixture<SeededVisitor>
{
    private static readonly string[] PostKeys =
    [
        "post_key", "platform", "host", "seen_via", "url", "author", "created_at", "edited_at", "first_seen_at", "kind", "text", "lang", "text_key", "tags", "tags_display",
        "matched", "matched_via", "reply_to", "repost_of", "quote_of", "thread_key", "mentions", "links", "media", "engagement", "searchable", "state",
    ];

    private readonly Visitor _visitor = seeded.Visitor;

    [Fact]
    public async Task Posts_have_the_shape_of_search()
    {
        var answer = await _visitor.JsonAsync("/api/v1/hashtags/eventprofs/posts?limit=3");

        Assert.Equal(["hashtag", "total", "unsearchable", "posts", "next"], Keys(answer));
        Assert.Equal(3, answer.GetProperty("posts").GetArrayLength());
        var post = answer.GetProperty("posts")[0];
        Assert.Equal(PostKeys, Keys(post));
        Assert.Equal(["key", "platform", "handle", "name", "url", "followers", "is_bot"], Keys(post.GetProperty("author")));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", post.GetProperty("created_at").GetString());
        Assert.Equal("tag_field", post.GetProperty("matched_via")[0].GetString());
    }

    [Fact]
    public async Task An_author_may_be_named_by_handle_and_one_that_nobody_has_is_not_found()
    {
        var byKey = await _visitor.JsonAsync($"/api/v1/hashtags/eventprofs/posts?author={Uri.EscapeDataString(Community.AuthorOf(1).Key)}");
        var byHandle = await _visitor.JsonAsync("/api/v1/hashtags/eventprofs/posts?author=@user1@events.example");
        var (status, detail) = await _visitor.ProblemAsync("/api/v1/hashtags/eventprofs/posts?author=@nobody@events.example");

        Assert.True(byHandle.GetProperty("total").GetInt32() > 0);
        Assert.Equal(byKey.GetProperty("total").GetInt32(), byHandle.GetProperty("total").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("No stored post is by @nobody@events.example", detail);
    }

    [Fact]
    public async Task Every_option_of_search_reaches_the_store()
    {
        var key = Uri.EscapeDataString(Community.AuthorOf(1).Key);
        var answer = await _visitor.JsonAsync($"/api/v1/hashtags/%23EventProfs/posts?text=hybrid&author={key}&platform=Mastodon&from=84d&to=1d&sort=oldest&limit=1000");

        var posts = answer.GetProperty("posts").EnumerateArray().ToList();
        Assert.NotEmpty(posts);
        Assert.All(posts, post => Assert.Contains("Hybrid", post.GetProperty("text").GetString()));
        Assert.All(posts, post => Assert.Equal(Community.AuthorOf(1).Key, post.GetProperty("author").GetProperty("key").GetString()));
        Assert.Equal(posts.Select(CreatedAt).Order(), posts.Select(CreatedAt));
    }

    [Fact]
    public async Task Paging_by_next_meets_every_post_once()
    {
        HashSet<string> met = [];
        var path = "/api/v1/hashtags/eventprofs/posts?from=84d&limit=100";
        long total;
        string? next = null;
        do
        {
            var page = await _visitor.JsonAsync(next is null ? path : $"{path}&after={next}");
            total = page.GetProperty("total").GetInt64();
            Assert.All(page.GetProperty("posts").EnumerateArray(), post => Assert.True(met.Add(post.GetProperty("post_key").GetString()!)));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);

        Assert.Equal(total, met.Count);
    }

    [Fact]
    public async Task Volume_has_its_shape_and_lists_every_bucket()
    {
        var answer = await _visitor.JsonAsync("/api/v1/hashtags/eventprofs/volume?from=2026-11-16&to=2026-11-24&bucket=day&zone=America/New_York");

        Assert.Equal(["hashtag", "zone", "bucket", "buckets"], Keys(answer));
        Assert.Equal("America/New_York", answer.GetProperty("zone").GetString());
        Assert.Equal("day", answer.GetProperty("bucket").GetString());
        Assert.Equal(8, answer.GetProperty("buckets").GetArrayLength());
        Assert.Equal(["at", "posts", "people", "expected", "low", "high", "coverage"], Keys(answer.GetProperty("buckets")[0]));
        Assert.Equal("2026-11-16T05:00:00.000Z", answer.GetProperty("buckets")[0].GetProperty("at").GetString());
    }

    [Fact]
    public async Task Contributors_without_a_list_are_the_most_active()
    {
        var answer = await _visitor.JsonAsync("/api/v1/hashtags/eventprofs/contributors?limit=5");

        Assert.Equal(["hashtag", "list", "definition", "at", "coverage", "starters", "contributors"], Keys(answer));
        Assert.Equal("most_active", answer.GetProperty("list").GetString());
        Assert.Equal(5, answer.GetProperty("contributors").GetArrayLength());
        Assert.Equal(
            ["rank", "author", "score", "points", "factors", "confirmed_by", "is_starter", "is_vouched", "posts", "days", "first_at", "last_at"],
            Keys(answer.GetProperty("contributors")[0]));
    }

    [Fact]
    public async Task A_list_that_nobody_knows_is_a_bad_question()
    {
        var (status, detail) = await _visitor.ProblemAsync("/api/v1/hashtags/eventprofs/contributors?list=bogus");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("most_active", detail);
    }

    [Fact]
    public async Task A_hashtag_that_is_not_followed_is_told_what_to_type()
    {
        var (_, detail) = await _visitor.ProblemAsync("/api/v1/hashtags/other/posts");

        Assert.EndsWith("listening tags add other", detail);
    }

    [Fact]
    public async Task A_list_that_is_not_there_yet_is_not_found()
    {
        var (status, detail) = await _visitor.ProblemAsync("/api/v1/hashtags/eventprofs/contributors?list=most_heard");

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("not there yet", detail);
    }

    [Fact]
    public async Task A_post_is_found_by_its_key()
    {
        var key = "https://events.example/posts/00000";
        var post = await _visitor.JsonAsync("/api/v1/posts?key=" + Uri.EscapeDataString(key));

        Assert.Equal(PostKeys, Keys(post));
        Assert.Equal(key, post.GetProperty("post_key").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await _visitor.ProblemAsync("/api/v1/posts?key=nothing")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _visitor.ProblemAsync("/api/v1/posts")).Status);
    }

    [Fact]
    public async Task Alerts_have_their_shape()
    {
        await _visitor.Web.Alerts.RecordAsync(
            new Alert
            {
                Key = Alert.KeyOf(AlertRuleKind.Threshold, "eventprofs", ServedWeb.Now),
                Hashtag = "eventprofs",
                Rule = AlertRuleKind.Threshold,
                From = ServedWeb.Now,
                To = ServedWeb.Now,
                DetectedAt = ServedWeb.Now,
                People = 12,
                Words = "12 people posted within 10 minutes.",
            },
            CancellationToken.None);

        var answer = await _visitor.JsonAsync("/api/v1/alerts?hashtag=eventprofs&limit=5");

        var alert = Assert.Single(answer.GetProperty("alerts").EnumerateArray());
        Assert.Equal(
            ["key", "hashtag", "rule", "from", "to", "detected_at", "score", "people", "posts", "expected", "low", "high", "new_people", "platforms", "words", "explain", "sent"],
            Keys(alert));
        Assert.Equal("threshold", alert.GetProperty("rule").GetString());
    }

    [Fact]
    public async Task Status_has_its_shape()
    {
        var answer = await _visitor.JsonAsync("/api/v1/status");

        Assert.Equal(["version", "store", "hashtags", "sources", "withheld", "dead_letters", "demo", "workers", "unfinished_imports"], Keys(answer));
        Assert.Equal(["kind", "posts", "bytes"], Keys(answer.GetProperty("store")));
        Assert.Equal(1, answer.GetProperty("hashtags").GetInt32());
        Assert.Equal(["opt_out", "not_public", "not_indexable", "not_discoverable", "bots"], Keys(answer.GetProperty("withheld")));
        Assert.Equal(
            ["platform", "host", "state", "reason", "last_success_at", "available_at", "next_poll_at", "budget", "targets", "held_by"],
            Keys(answer.GetProperty("sources")[0]));
    }

    [Fact]
    public async Task A_demo_says_so_in_every_object()
    {
        await using var demo = await Visitor.StartAsync(demo: true);
        await demo.Web.FollowAsync();
        await demo.Web.StoreAsync(Community.One("a", Community.AuthorOf(1), ServedWeb.Now.AddHours(-1), "Hello #eventprofs"));
        string[] paths = ["hashtags/eventprofs", "hashtags/eventprofs/posts", "hashtags/eventprofs/volume", "hashtags/eventprofs/contributors", "hashtags/eventprofs/coverage", "alerts", "status", "posts?key=https%3A%2F%2Fevents.example%2Fposts%2Fa"];
        foreach (var path in paths)
        {
            Assert.True((await demo.JsonAsync("/api/v1/" + path)).GetProperty("demo").GetBoolean(), path);
        }
    }

    [Theory]
    [InlineData("hashtags/eventprofs/posts?form=7d", "form")]
    [InlineData("hashtags/eventprofs/posts?from=7d&from=8d", "once")]
    [InlineData("hashtags/eventprofs/posts?from=yesterday", "yesterday")]
    [InlineData("hashtags/eventprofs/posts?sort=best", "newest, oldest, relevance")]
    [InlineData("hashtags/eventprofs/posts?sort=1", "newest, oldest, relevance")]
    [InlineData("hashtags/eventprofs/posts?limit=many", "limit")]
    [InlineData("hashtags/eventprofs/posts?limit=1001", "1000")]
    [InlineData("hashtags/eventprofs/posts?after=nonsense", "after")]
    [InlineData("hashtags/eventprofs/posts?text=%21%21", "word")]
    [InlineData("hashtags/eventprofs/volume?bucket=year", "hour, day, week")]
    [InlineData("hashtags/eventprofs/volume?zone=Mars", "time zone")]
    [InlineData("hashtags/eventprofs/volume?from=2026-11-24&to=2026-11-01", "ends before it begins")]
    [InlineData("hashtags/eventprofs/contributors?limit=0", "limit")]
    [InlineData("hashtags/eventprofs/coverage?from=yesterday", "yesterday")]
    [InlineData("hashtags/12345/posts", "not a hashtag")]
    public async Task What_cannot_be_asked_is_answered_with_what_to_write(string path, string says)
    {
        var (status, detail) = await _visitor.ProblemAsync("/api/v1/" + path);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(says, detail);
    }

    [Theory]
    [InlineData("hashtags/other/posts")]
    [InlineData("hashtags/other/volume")]
    [InlineData("hashtags/other/contributors")]
    [InlineData("hashtags/other/coverage")]
    [InlineData("alerts?hashtag=other")]
    public async Task A_hashtag_that_was_never_followed_is_not_found(string path)
    {
        var (status, detail) = await _visitor.ProblemAsync("/api/v1/" + path);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("#other is not followed", detail);
    }

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    private static string CreatedAt(JsonElement post) => post.GetProperty("created_at").GetString()!;
}
