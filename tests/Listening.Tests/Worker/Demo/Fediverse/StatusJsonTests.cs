using System.Net;
using System.Text.Json;
using Listening.Worker.Demo.Fediverse;
using static Listening.Tests.Worker.Demo.Fediverse.FediverseStage;

namespace Listening.Tests.Worker.Demo.Fediverse;

public sealed class StatusJsonTests
{
    [Fact]
    public async Task Home_shows_milliseconds_and_others_cut_to_the_second()
    {
        await using var stage = await OpenAsync([Post(Mara, new DateTimeOffset(2026, 10, 2, 9, 14, 7, 512, TimeSpan.Zero))]);
        Assert.Equal("2026-10-02T09:14:07.512Z", Only(await stage.TimelineAsync(stage.Events)).GetProperty("created_at").GetString());
        Assert.Equal("2026-10-02T09:14:07.000Z", Only(await stage.TimelineAsync(stage.Backstage)).GetProperty("created_at").GetString());
    }

    [Fact]
    public async Task The_uri_is_the_same_everywhere_and_ends_with_the_id_at_home()
    {
        await using var stage = await OpenAsync([Post(Mara, Noon.AddMinutes(-1)) with { Arrivals = [new ScriptedArrival("backstage.example", TimeSpan.FromSeconds(20))] }]);
        var home = Only(await stage.TimelineAsync(stage.Events));
        var copy = Only(await stage.TimelineAsync(stage.Backstage));

        Assert.Equal($"https://events.example/users/mara/statuses/{home.GetProperty("id").GetString()}", home.GetProperty("uri").GetString());
        Assert.Equal(home.GetProperty("uri").GetString(), copy.GetProperty("uri").GetString());
        Assert.NotEqual(home.GetProperty("id").GetString(), copy.GetProperty("id").GetString());
        Assert.Equal("mara", home.GetProperty("account").GetProperty("acct").GetString());
        Assert.Equal("mara@events.example", copy.GetProperty("account").GetProperty("acct").GetString());
        Assert.Equal("https://events.example/users/mara", copy.GetProperty("account").GetProperty("uri").GetString());
    }

    [Fact]
    public async Task A_host_may_be_named_by_its_address()
    {
        var local = new ScriptedAccount { Host = "here", Username = "ada" };
        var script = new FediverseScript { Hosts = [new HostScript("here") { IsNamedByAddress = true }], Posts = [Post(local, Noon.AddMinutes(-1))] };
        await using var fediverse = await ScriptedFediverse.StartAsync(script, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Noon), TestContext.Current.CancellationToken);

        Assert.StartsWith($"{fediverse["here"].BaseAddress}users/ada/statuses/", fediverse["here"].Statuses().Single().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hashtags_mentions_and_links_become_what_mastodon_makes_of_them()
    {
        var text = "Hello @jon@backstage.example & all, see https://mara.example/a/very/long/path/to/badges.html.\nNow #EventProfs\n\nBye";
        await using var stage = await OpenAsync([Post(Mara, Noon.AddMinutes(-2), text), Post(Jon, Noon.AddMinutes(-1), "Here")]);
        var status = Only(await stage.TimelineAsync(stage.Events));
        var content = status.GetProperty("content").GetString()!;

        Assert.Contains("<a href=\"https://events.example/tags/EventProfs\" class=\"mention hashtag\" rel=\"tag\">#<span>EventProfs</span></a>", content, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://backstage.example/@jon\" class=\"u-url mention\">@<span>jon</span></a></span> &amp; all", content, StringComparison.Ordinal);
        Assert.Contains("<span class=\"invisible\">https://</span><span class=\"ellipsis\">mara.example/a/very/long/path/</span><span class=\"invisible\">to/badges.html</span></a>.<br />Now", content, StringComparison.Ordinal);
        Assert.EndsWith("</p><p>Bye</p>", content, StringComparison.Ordinal);
        Assert.Equal("eventprofs", status.GetProperty("tags")[0].GetProperty("name").GetString());
        Assert.Equal("jon@backstage.example", status.GetProperty("mentions")[0].GetProperty("acct").GetString());
    }

    [Fact]
    public async Task An_answer_names_its_parent_by_the_hosts_own_id_once_it_is_there()
    {
        var question = Post(Jon, Noon.AddMinutes(-10)) with { Arrivals = [new ScriptedArrival("events.example", TimeSpan.FromMinutes(15))] };
        await using var stage = await OpenAsync([question, Post(Mara, Noon.AddMinutes(-5)) with { ReplyTo = question.Key }]);
        Assert.Equal(JsonValueKind.Null, Only(await stage.TimelineAsync(stage.Events)).GetProperty("in_reply_to_id").ValueKind);

        stage.Time.Advance(TimeSpan.FromMinutes(5));
        var page = await stage.TimelineAsync(stage.Events);
        Assert.Equal(page[0].GetProperty("id").GetString(), page[1].GetProperty("in_reply_to_id").GetString());
        Assert.Equal(1, page[0].GetProperty("replies_count").GetInt32());
    }

    [Fact]
    public async Task An_edit_shows_from_its_time_on()
    {
        await using var stage = await OpenAsync([Post(Mara, Noon.AddMinutes(-1)) with { Edits = [new ScriptedEdit(Noon.AddMinutes(1), "Doors are closed #other")] }]);
        Assert.Equal(JsonValueKind.Null, Only(await stage.TimelineAsync(stage.Events)).GetProperty("edited_at").ValueKind);

        stage.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, (await stage.TimelineAsync(stage.Events)).GetArrayLength());
        Assert.Equal("2026-10-02T12:01:00.000Z", Only(await stage.GetAsync(stage.Events, "api/v1/timelines/tag/other")).GetProperty("edited_at").GetString());
    }

    [Fact]
    public async Task Flags_are_shown_as_each_host_knows_them()
    {
        var shy = new ScriptedAccount
        {
            Host = "events.example",
            Username = "shy",
            Indexable = null,
            Discoverable = false,
            NoIndex = true,
            KnownAs = new Dictionary<string, ScriptedAccount> { ["backstage.example"] = new() { Host = "events.example", Username = "shy", Indexable = false, NoIndex = true } },
        };
        await using var stage = await OpenAsync([Post(shy, Noon.AddMinutes(-1))]);
        var home = Only(await stage.TimelineAsync(stage.Events)).GetProperty("account");
        var copy = Only(await stage.TimelineAsync(stage.Backstage)).GetProperty("account");

        Assert.False(home.TryGetProperty("indexable", out _));
        Assert.False(home.GetProperty("discoverable").GetBoolean());
        Assert.True(home.GetProperty("noindex").GetBoolean());
        Assert.False(copy.GetProperty("indexable").GetBoolean());
        Assert.False(copy.TryGetProperty("noindex", out _));
    }

    [Fact]
    public async Task A_deleted_post_is_gone_for_every_request()
    {
        await using var stage = await OpenAsync([Post(Mara, Noon.AddMinutes(-1)) with { DeletedAt = Noon.AddMinutes(1) }]);
        var id = Only(await stage.TimelineAsync(stage.Events)).GetProperty("id").GetString();
        Assert.Equal(1, (await stage.GetAsync(stage.Events, $"api/v1/statuses?id[]={id}")).GetArrayLength());

        stage.Time.Advance(TimeSpan.FromMinutes(1));
        using var single = await stage.SendAsync(stage.Events, $"api/v1/statuses/{id}");
        Assert.Equal(HttpStatusCode.NotFound, single.StatusCode);
        Assert.Equal("{\"error\":\"Record not found\"}", await single.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, (await stage.GetAsync(stage.Events, $"api/v1/statuses?id[]={id}")).GetArrayLength());
        Assert.Equal(0, (await stage.TimelineAsync(stage.Events)).GetArrayLength());
    }

    [Fact]
    public async Task The_context_of_a_post_holds_what_it_answers_and_what_answers_it()
    {
        var first = Post(Mara, Noon.AddMinutes(-9), "First #eventprofs");
        var second = Post(Jon, Noon.AddMinutes(-8), "Second, no hashtag") with { ReplyTo = first.Key };
        var third = Post(Mara, Noon.AddMinutes(-7), "Third, no hashtag") with { ReplyTo = second.Key, Visibility = "unlisted" };
        await using var stage = await OpenAsync([first, second, third]);
        var id = stage.Backstage.Statuses().Single(status => status.Post == second).Id;
        var context = await stage.GetAsync(stage.Backstage, $"api/v1/statuses/{id}/context");

        Assert.Contains("First", Only(context.GetProperty("ancestors")).GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.Contains("Third", Only(context.GetProperty("descendants")).GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_twenty_statuses_at_once_are_refused()
    {
        await using var stage = await OpenAsync(Many(3));
        using var response = await stage.SendAsync(stage.Events, $"api/v1/statuses?{string.Join('&', Enumerable.Range(1, 21).Select(id => $"id[]={id}"))}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    [Fact]
    public async Task A_host_introduces_itself_by_its_public_name()
    {
        await using var stage = await OpenAsync([]);
        Assert.Equal("events.example", (await stage.GetAsync(stage.Events, "api/v2/instance")).GetProperty("domain").GetString());
        Assert.Equal("events.example", (await stage.GetAsync(stage.Events, "api/v1/instance")).GetProperty("uri").GetString());
        Assert.Equal(7, (await stage.GetAsync(stage.Events, "api/v1/tags/eventprofs")).GetProperty("history").GetArrayLength());
    }

    private static JsonElement Only(JsonElement array) => Assert.Single(array.EnumerateArray().ToList());
}
