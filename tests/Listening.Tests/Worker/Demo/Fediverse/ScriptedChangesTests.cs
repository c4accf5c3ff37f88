using System.Net;
using System.Text.Json;
using Listening.Worker.Demo.Fediverse;
using Listening.Worker.Demo.Fediverse.Faults;
using Microsoft.Extensions.Time.Testing;
using static Listening.Tests.Worker.Demo.Fediverse.FediverseStage;

namespace Listening.Tests.Worker.Demo.Fediverse;

public sealed class ScriptedChangesTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task An_edit_reaches_each_host_in_its_own_time_or_never()
    {
        var edited = Post(Jon, Noon.AddHours(-1), "first #eventprofs") with
        {
            Edits = [new ScriptedEdit(Noon.AddMinutes(1), "second #eventprofs")],
            Arrivals = [new ScriptedArrival("events.example") { EditsAfter = 2 * Minute }],
        };
        var never = Post(Jon, Noon.AddHours(-2), "kept #eventprofs") with
        {
            Edits = [new ScriptedEdit(Noon.AddMinutes(1), "changed #eventprofs")],
            Arrivals = [new ScriptedArrival("events.example") { EditsAfter = null }],
        };
        await using var stage = await OpenAsync([edited, never]);

        stage.Time.Advance(Minute);
        Assert.Equal(["second", "changed"], FirstWords(await stage.TimelineAsync(stage.Backstage)));
        Assert.Equal(["first", "kept"], FirstWords(await stage.TimelineAsync(stage.Events)));
        stage.Time.Advance(2 * Minute);
        Assert.Equal(["second", "kept"], FirstWords(await stage.TimelineAsync(stage.Events)));
    }

    [Fact]
    public async Task A_post_that_arrives_after_its_edit_comes_edited()
    {
        var post = Post(Jon, Noon.AddHours(-1), "first #eventprofs") with
        {
            Edits = [new ScriptedEdit(Noon.AddMinutes(-30), "second #eventprofs")],
            Arrivals = [new ScriptedArrival("events.example", TimeSpan.FromMinutes(50)) { EditsAfter = null }],
        };
        await using var stage = await OpenAsync([post]);
        Assert.Equal(["second"], FirstWords(await stage.TimelineAsync(stage.Events)));
    }

    [Fact]
    public async Task A_hashtag_that_is_edited_in_or_out_moves_the_post_into_or_out_of_the_timeline()
    {
        await using var stage = await OpenAsync(
        [
            Post(Mara, Noon.AddHours(-1), "out #eventprofs") with { Edits = [new ScriptedEdit(Noon.AddMinutes(1), "out")] },
            Post(Mara, Noon.AddHours(-2), "in") with { Edits = [new ScriptedEdit(Noon.AddMinutes(1), "in #eventprofs")] },
        ]);
        Assert.Equal(["out"], FirstWords(await stage.TimelineAsync(stage.Backstage)));
        stage.Time.Advance(Minute);
        Assert.Equal(["in"], FirstWords(await stage.TimelineAsync(stage.Backstage)));
    }

    [Fact]
    public async Task A_deletion_reaches_each_host_in_its_own_time_or_never()
    {
        var at = Noon.AddMinutes(1);
        await using var stage = await OpenAsync(
        [
            Post(Jon, Noon.AddHours(-1), "late #eventprofs") with { DeletedAt = at, Arrivals = [new ScriptedArrival("events.example") { DeletionAfter = 2 * Minute }] },
            Post(Jon, Noon.AddHours(-2), "never #eventprofs") with { DeletedAt = at, Arrivals = [new ScriptedArrival("events.example") { DeletionAfter = null }] },
        ]);
        stage.Time.Advance(Minute);
        Assert.Empty(FirstWords(await stage.TimelineAsync(stage.Backstage)));
        Assert.Equal(["late", "never"], FirstWords(await stage.TimelineAsync(stage.Events)));
        stage.Time.Advance(2 * Minute);
        Assert.Equal(["never"], FirstWords(await stage.TimelineAsync(stage.Events)));
    }

    [Fact]
    public async Task A_hidden_post_is_missing_on_that_host_while_it_is_hidden()
    {
        var post = Post(Jon, Noon.AddHours(-1)) with { Arrivals = [new ScriptedArrival("events.example") { Hidden = new ScriptedHiding(Noon, Noon + Minute) }] };
        await using var stage = await OpenAsync([post]);
        var id = stage.Events.Shelf.ByKey(post.Key)!.Id;

        Assert.Equal(1, (await stage.TimelineAsync(stage.Backstage)).GetArrayLength());
        Assert.Equal(0, (await stage.GetAsync(stage.Events, $"api/v1/statuses?id[]={id}")).GetArrayLength());
        stage.Time.Advance(Minute);
        Assert.Equal(1, (await stage.GetAsync(stage.Events, $"api/v1/statuses?id[]={id}")).GetArrayLength());
    }

    [Fact]
    public async Task A_profile_changes_at_its_time_except_where_old_profiles_are_kept()
    {
        var jon = Jon with { Changes = [new ScriptedProfileChange(Noon + Minute, Jon with { Bio = "<p>#nobot</p>", Indexable = false })] };
        var time = new FakeTimeProvider(Noon);
        var script = new FediverseScript
        {
            Hosts = [new HostScript("backstage.example"), new HostScript("events.example"), new HostScript("old.example") { KeepsOldProfiles = true }],
            Posts = [Post(jon, Noon.AddHours(-1))],
        };
        await using var fediverse = await ScriptedFediverse.StartAsync(script, time, TestContext.Current.CancellationToken);
        Assert.Equal(["", "", ""], await NotesAsync(fediverse));
        time.Advance(Minute);
        Assert.Equal(["<p>#nobot</p>", "<p>#nobot</p>", ""], await NotesAsync(fediverse));
    }

    [Fact]
    public async Task An_outage_lasts_from_one_moment_to_another()
    {
        await using var stage = await OpenAsync(Many(3));
        stage.Events.Faults.During(new ScriptedOutage(Noon + Minute, Noon + (2 * Minute), new ErrorStatus(503)));
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
        {
            using var response = await stage.SendAsync(stage.Events, "api/v1/timelines/tag/eventprofs");
            statuses.Add(response.StatusCode);
            stage.Time.Advance(Minute);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK], statuses);
    }

    [Fact]
    public async Task The_log_tells_which_wait_was_demanded_and_what_a_reader_showed_of_itself()
    {
        await using var stage = await OpenAsync(Many(3), new ScriptedLimits(Requests: 5));
        stage.Events.Faults.Next(new TooManyRequests { ResetsAt = Noon.AddSeconds(90) });
        stage.Events.Faults.Next(new TooManyRequests { RetryAfter = TimeSpan.FromSeconds(7) });
        stage.Events.Faults.Next(new TooManyRequests { RetryAt = Noon.AddSeconds(30) });
        stage.Events.Faults.Next(new TooManyRequests());
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Authorization", "Bearer secret");
        for (var i = 0; i < 5; i++)
        {
            using var response = await client.GetAsync(new Uri(stage.Events.BaseAddress, "api/v1/timelines/tag/eventprofs"), TestContext.Current.CancellationToken);
        }

        var requests = stage.Events.Requests.All();
        Assert.Equal([Noon.AddSeconds(90), Noon.AddSeconds(7), Noon.AddSeconds(30), null, Noon.AddMinutes(5)], requests.Select(request => request.WaitUntil));
        Assert.All(requests, request => Assert.Equal(("Bearer secret", Noon), (request.Authorization, request.EndedAt)));
    }

    [Fact]
    public async Task A_post_that_gets_another_future_keeps_its_ids_and_can_reach_a_further_host()
    {
        var post = Post(Jon, Noon.AddHours(-1)) with { Arrivals = [] };
        await using var stage = await OpenAsync([post]);
        var before = (await stage.TimelineAsync(stage.Backstage))[0];
        stage.Fediverse.Replace(post with { DeletedAt = Noon + Minute, Arrivals = [new ScriptedArrival("events.example", TimeSpan.FromHours(1), IsFetched: true)] });
        var after = (await stage.TimelineAsync(stage.Backstage))[0];
        var further = (await stage.TimelineAsync(stage.Events))[0];

        Assert.Equal(before.GetRawText(), after.GetRawText());
        Assert.Equal(before.GetProperty("uri").GetString(), further.GetProperty("uri").GetString());
        stage.Time.Advance(Minute);
        Assert.Equal(0, (await stage.TimelineAsync(stage.Backstage)).GetArrayLength());
    }

    [Fact]
    public async Task A_quoting_post_carries_the_quoted_one_whole_and_no_deeper()
    {
        var first = Post(Mara, Noon.AddHours(-3), "first");
        var second = Post(Jon, Noon.AddHours(-2), "second") with { QuoteOf = first.Key };
        var third = Post(Mara, Noon.AddHours(-1), "third #eventprofs") with { QuoteOf = second.Key };
        await using var stage = await OpenAsync([first, second, third]);
        var quote = (await stage.TimelineAsync(stage.Events))[0].GetProperty("quote");

        Assert.Equal("accepted", quote.GetProperty("state").GetString());
        Assert.Equal("<p>second</p>", quote.GetProperty("quoted_status").GetProperty("content").GetString());
        Assert.False(quote.GetProperty("quoted_status").GetProperty("quote").TryGetProperty("quoted_status", out _));
    }

    private static IEnumerable<string> FirstWords(JsonElement page) => page.EnumerateArray()
        .Select(status => status.GetProperty("content").GetString()!["<p>".Length..].Split(' ', '<')[0]);

    private static async Task<IReadOnlyList<string>> NotesAsync(ScriptedFediverse fediverse)
    {
        using var client = new HttpClient();
        var notes = new List<string>();
        foreach (var host in fediverse.Hosts)
        {
            var page = await client.GetStringAsync(new Uri(host.BaseAddress, "api/v1/timelines/tag/eventprofs"), TestContext.Current.CancellationToken);
            notes.Add(JsonDocument.Parse(page).RootElement[0].GetProperty("account").GetProperty("note").GetString()!);
        }

        return notes;
    }
}
