using System.Net;
using Listening.Posts;
using Listening.Tests.Support;
using Listening.Tracking;

namespace Listening.Tests.Worker.Dashboard;

public sealed class HashtagPageTests(SeededVisitor seeded) : IClassFixture<SeededVisitor>
{
    private const string Page = "/hashtags/eventprofs";

    private readonly Visitor _visitor = seeded.Visitor;

    [Fact]
    public async Task The_only_hashtag_is_shown_at_once()
    {
        using var response = await _visitor.SendAsync(HttpMethod.Get, "/");

        Assert.Equal((HttpStatusCode.Redirect, Page), (response.StatusCode, response.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task Its_totals_are_those_of_the_api()
    {
        var page = await HtmlAsync(Page + "?days=30");
        var total = (await _visitor.JsonAsync("/api/v1/hashtags/eventprofs/posts?from=2026-10-26")).GetProperty("total").GetInt64();

        Assert.Contains($"<strong>{total}</strong> posts by <strong>12</strong> people in the last 30 days (since 26 October)", page);
        Assert.Contains($"{total} posts in the last 30 days.", page);
    }

    [Theory]
    [InlineData("?days=7", 7, "7 days")]
    [InlineData("", 30, "30 days")]
    [InlineData("?days=84", 84, "84 days")]
    [InlineData("?day=2026-11-19", 24, null)]
    public async Task Every_day_of_the_range_has_its_bar_or_every_hour_of_a_day(string query, int bars, string? current)
    {
        var page = await HtmlAsync(Page + query);

        Assert.Equal(bars, Count(page, "class=\"hit\""));
        Assert.Equal(current is null ? 0 : 1, Count(page, $"aria-current=\"page\">{current}"));
    }

    [Fact]
    public async Task The_chart_says_in_words_what_it_shows()
    {
        var page = await HtmlAsync(Page + "?days=7");

        Assert.Contains("Most on Thu 19 Nov: 14 posts by 12 people.", page);
        Assert.Contains("Thu 19 Nov: 14 posts by 12 people</title>", page);
        Assert.Contains($"href=\"{Page}?day=2026-11-19\">Thu 19 Nov</a>", page);
    }

    [Fact]
    public async Task Beside_its_numbers_stands_how_much_was_observed()
    {
        await using var visitor = await Visitor.StartAsync();
        await visitor.Web.FollowAsync();
        await visitor.Web.StoreAsync(Community.One("a", Community.AuthorOf(1), ServedWeb.Now.AddHours(-1), "Hello #eventprofs"));
        Assert.DoesNotContain("observed", (await visitor.ReadAsync(Page)).Body, StringComparison.OrdinalIgnoreCase);

        await visitor.Web.ObserveAsync("one.example", TimeSpan.FromDays(84), TimeSpan.FromHours(9));
        await visitor.Web.ObserveAsync("two.example", TimeSpan.FromHours(6), TimeSpan.Zero);
        var (_, page) = await visitor.ReadAsync(Page + "?days=7");

        // 153 of the 156 hours since midnight six days ago; nine of the twelve of today.
        Assert.Matches("in the last 7 days \\(since 18 November\\)\\s*<span class=\"observed\" title=\"Observed: [^\"]+\">observed 98%</span>", page);
        Assert.Contains("1 post by 1 person, observed 75%</title>", page);
        Assert.Contains("<th scope=\"col\" class=\"number\">Observed</th>", page);
        Assert.Equal(6, Count(page, "<td class=\"number\">100%</td>"));
        Assert.Equal(1, Count(page, "<td class=\"number\">75%</td>"));
    }

    [Fact]
    public async Task A_search_says_what_it_found_and_what_it_left_out()
    {
        await using var visitor = await Visitor.StartAsync();
        await visitor.Web.FollowAsync();
        var at = ServedWeb.Now.AddHours(-1);
        await visitor.Web.StoreAsync(
            Community.One("a", Community.AuthorOf(1), at, "A venue in Kraków #eventprofs"),
            Community.One("b", Community.AuthorOf(2), at, "Catering #eventprofs"),
            Community.One("c", Community.AuthorOf(3), at, "A secret venue #eventprofs") with { Searchable = false });

        var (_, page) = await visitor.ReadAsync(Page + "?text=krakow");

        Assert.Equal(1, Count(page, "<article"));
        Assert.Contains("1 post in the last 30 days.", page);
        Assert.Contains("1 post of this range could not be searched", page);
        Assert.Contains("value=\"krakow\"", page);
    }

    [Fact]
    public async Task A_search_that_cannot_be_asked_keeps_the_rest_of_the_page()
    {
        var (status, page) = await _visitor.ReadAsync(Page + "?text=%21%21");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("holds no word to search for", page);
        Assert.Contains("Most active people", page);
    }

    [Fact]
    public async Task What_was_typed_stays_text()
    {
        var page = await HtmlAsync(Page + "?text=" + Uri.EscapeDataString("\"><script>alert(1)</script>"));

        Assert.DoesNotContain("<script", page);
    }

    [Fact]
    public async Task Hostile_posts_are_encoded_and_their_links_go_nowhere()
    {
        await using var visitor = await Visitor.StartAsync();
        await visitor.Web.FollowAsync();
        await visitor.Web.StoreAsync(HostilePosts.Posts(ServedWeb.Now));

        var (_, page) = await visitor.ReadAsync(Page);

        Assert.Equal(HostilePosts.Texts.Length, Count(page, "<article"));
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("<img", page);
        Assert.DoesNotContain("<b>", page);
        Assert.DoesNotContain("href=\"javascript", page);
        Assert.DoesNotContain("href=\"data", page);
        Assert.DoesNotContain("lang=\"en&quot;", page);
        Assert.DoesNotContain('\u202E', page);
        Assert.DoesNotContain("&#x202E;", page);
    }

    [Fact]
    public async Task Sources_say_in_words_what_they_do()
    {
        await using var visitor = await Visitor.StartAsync();
        await visitor.Web.FollowAsync();
        await visitor.Web.Tracking.SaveHealthAsync(
            new SourceHealth { Platform = "mastodon", Host = "one.example", LastSuccessAt = ServedWeb.Now.AddMinutes(-5) }, CancellationToken.None);
        await visitor.Web.Tracking.SaveHealthAsync(
            new SourceHealth { Platform = "mastodon", Host = "two.example", Failures = 1, AvailableAt = ServedWeb.Now.AddMinutes(9), Reason = "the host answered 503." }, CancellationToken.None);
        await visitor.Web.Tracking.SaveAsync(
            new PollState
            {
                Target = new PollTarget("mastodon", "one.example", "eventprofs"),
                NextPollAt = ServedWeb.Now.AddMinutes(3),
                Checkpoint = new Checkpoint("9", new BackFill("1", ServedWeb.Now.AddDays(-85), ServedWeb.Now.AddDays(-34), Done: false)),
            },
            CancellationToken.None);
        await visitor.Web.Tracking.CountWithheldAsync(new WithheldCounts(2, 10, 0, 0, 0), CancellationToken.None);

        var (_, page) = await visitor.ReadAsync(Page + "?days=84");

        Assert.Contains("Answering.", page);
        Assert.Contains(">5 min ago</time>", page);
        Assert.Contains(">in 3 min</time>", page);
        Assert.Contains("Read back to 21 Oct of 31 Aug.", page);
        Assert.Contains("value=\"40\"", page);
        Assert.Contains("Not answering: the host answered 503.", page);
        Assert.Contains("About 12 posts withheld: 2 by people who opted out and 10 that are not public.", page);
        Assert.Contains("not read yet", page);
    }

    [Fact]
    public async Task At_the_beginning_it_says_what_happens_next()
    {
        await using var visitor = await Visitor.StartAsync();

        Assert.Contains("Nothing is followed yet", (await visitor.ReadAsync("/")).Body);
        await visitor.Web.FollowAsync();
        var (status, page) = await visitor.ReadAsync(Page);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Nothing found yet.", page);
        Assert.Contains("Nobody to rank yet.", page);
        Assert.Contains("No alerts so far.", page);
        Assert.Contains("Not asked yet.", page);
    }

    [Fact]
    public async Task Several_hashtags_are_listed_and_a_paused_one_says_so()
    {
        await using var visitor = await Visitor.StartAsync(demo: true);
        await visitor.Web.FollowAsync();
        await visitor.Web.FollowAsync("Événement");
        await visitor.Web.Tracking.UpdateHashtagAsync(
            TrackedHashtag.Create(Hashtag.Parse("eventprofs"), ServedWeb.Now) with { State = HashtagState.Paused }, CancellationToken.None);

        var (_, page) = await visitor.ReadAsync("/");

        Assert.Contains("href=\"/hashtags/%C3%A9v%C3%A9nement\"", page);
        Assert.Equal(1, Count(page, ">paused<"));
        Assert.Contains("nobody here is real", page);
        Assert.Contains("Paused: nothing is read", (await visitor.ReadAsync(Page)).Body);
    }

    [Theory]
    [InlineData("/hashtags/other", HttpStatusCode.NotFound, "#other is not followed here")]
    [InlineData("/hashtags/123", HttpStatusCode.BadRequest, "is not a hashtag")]
    [InlineData("/hashtags/eventprofs?days=31", HttpStatusCode.BadRequest, "7, 30 or 84")]
    [InlineData("/hashtags/eventprofs?day=tomorrow", HttpStatusCode.BadRequest, "is no day")]
    [InlineData("/nothing", HttpStatusCode.NotFound, "There is no such page here.")]
    public async Task What_cannot_be_shown_is_a_page_with_a_sentence(string path, HttpStatusCode expected, string sentence)
    {
        using var response = await _visitor.SendAsync(HttpMethod.Get, path);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(sentence, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task While_the_store_is_down_the_page_says_so_in_a_sentence()
    {
        await using var visitor = await Visitor.WithoutStoreAsync(new StoreThatIsDown());
        foreach (var path in (string[])["/", Page])
        {
            var (status, page) = await visitor.ReadAsync(path);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.Contains(StoreThatIsDown.Sentence, page);
        }
    }

    [Fact]
    public async Task The_style_sheet_is_found_and_not_sent_twice()
    {
        using var first = await _visitor.SendAsync(HttpMethod.Get, "/app.css");
        using var second = await _visitor.SendAsync(HttpMethod.Get, "/app.css", change: request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));

        Assert.Equal("text/css", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (first.StatusCode, second.StatusCode));
    }

    private async Task<string> HtmlAsync(string path)
    {
        var (status, page) = await _visitor.ReadAsync(path);
        Assert.Equal(HttpStatusCode.OK, status);
        return page;
    }

    private static int Count(string page, string part) => page.Split(part).Length - 1;
}
