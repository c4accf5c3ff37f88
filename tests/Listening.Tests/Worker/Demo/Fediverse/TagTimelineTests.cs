using System.Text.Json;
using Listening.Worker.Demo.Fediverse;
using static Listening.Tests.Worker.Demo.Fediverse.FediverseStage;

namespace Listening.Tests.Worker.Demo.Fediverse;

public sealed class TagTimelineTests
{
    [Fact]
    public async Task Paging_down_with_max_id_lists_every_post_once()
    {
        await using var stage = await OpenAsync(Many(103));
        var seen = new List<string>();
        var query = "limit=40";
        while (await stage.TimelineAsync(stage.Events, query) is var page && page.GetArrayLength() > 0)
        {
            seen.AddRange(Ids(page));
            query = $"limit=40&max_id={seen[^1]}";
        }

        Assert.Equal(103, seen.Distinct().Count());
        Assert.Equal(seen.Select(long.Parse).OrderDescending(), seen.Select(long.Parse));
    }

    [Fact]
    public async Task Paging_up_with_min_id_lists_every_post_once()
    {
        await using var stage = await OpenAsync(Many(103));
        var seen = new List<string>();
        var cursor = "1";
        while (await stage.TimelineAsync(stage.Events, $"limit=40&min_id={cursor}") is var page && page.GetArrayLength() > 0)
        {
            seen.AddRange(Ids(page));
            cursor = Ids(page)[0];
        }

        Assert.Equal(103, seen.Distinct().Count());
        Assert.Equal(103, seen.Count);
    }

    [Fact]
    public async Task Min_id_gives_the_oldest_posts_after_the_cursor_highest_id_first()
    {
        await using var stage = await OpenAsync(Many(30));
        var all = Ids(await stage.TimelineAsync(stage.Events, "limit=40"));

        var page = Ids(await stage.TimelineAsync(stage.Events, $"limit=5&min_id={all[20]}"));

        Assert.Equal(all[15..20], page);
    }

    [Fact]
    public async Task Since_id_gives_the_newest_posts_and_yields_to_min_id()
    {
        await using var stage = await OpenAsync(Many(30));
        var all = Ids(await stage.TimelineAsync(stage.Events, "limit=40"));

        Assert.Equal(all[..5], Ids(await stage.TimelineAsync(stage.Events, $"limit=5&since_id={all[20]}")));
        Assert.Equal(all[15..20], Ids(await stage.TimelineAsync(stage.Events, $"limit=5&since_id={all[2]}&min_id={all[20]}")));
    }

    [Theory]
    [InlineData("", 20)]
    [InlineData("limit=40", 40)]
    [InlineData("limit=80", 40)]
    [InlineData("limit=3", 3)]
    public async Task The_limit_is_twenty_and_at_most_forty(string query, int expected)
    {
        await using var stage = await OpenAsync(Many(50));
        Assert.Equal(expected, (await stage.TimelineAsync(stage.Events, query)).GetArrayLength());
    }

    [Fact]
    public async Task Local_and_remote_part_the_timeline_by_home_host()
    {
        await using var stage = await OpenAsync(Many(10));
        var local = await stage.TimelineAsync(stage.Events, "local=true");
        var remote = await stage.TimelineAsync(stage.Events, "remote=true");

        Assert.All(local.EnumerateArray(), status => Assert.Equal("mara", Acct(status)));
        Assert.All(remote.EnumerateArray(), status => Assert.Equal("jon@backstage.example", Acct(status)));
        Assert.Equal(10, local.GetArrayLength() + remote.GetArrayLength());
    }

    [Fact]
    public async Task Only_public_posts_are_listed()
    {
        await using var stage = await OpenAsync(
        [
            Post(Mara, Noon.AddMinutes(-1)),
            Post(Mara, Noon.AddMinutes(-2)) with { Visibility = "unlisted" },
            Post(Mara, Noon.AddMinutes(-3)) with { Visibility = "private" },
        ]);
        Assert.Equal("public", (await stage.TimelineAsync(stage.Events)).EnumerateArray().Single().GetProperty("visibility").GetString());
    }

    [Fact]
    public async Task A_post_is_listed_when_it_has_arrived_and_not_before()
    {
        await using var stage = await OpenAsync([Post(Jon, Noon) with { Arrivals = [new ScriptedArrival("events.example", TimeSpan.FromMinutes(10))] }]);
        Assert.Equal(1, (await stage.TimelineAsync(stage.Backstage)).GetArrayLength());
        Assert.Equal(0, (await stage.TimelineAsync(stage.Events)).GetArrayLength());

        stage.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(1, (await stage.TimelineAsync(stage.Events)).GetArrayLength());
    }

    [Fact]
    public async Task A_late_post_has_the_id_of_its_arrival_and_a_fetched_one_that_of_its_second()
    {
        var hour = TimeSpan.FromHours(1);
        await using var stage = await OpenAsync(
        [
            Post(Jon, Noon.AddHours(-2), "late #eventprofs") with { Arrivals = [new ScriptedArrival("events.example", hour)] },
            Post(Jon, Noon.AddHours(-3), "fetched #eventprofs") with { Arrivals = [new ScriptedArrival("events.example", hour, IsFetched: true)] },
        ]);
        var page = (await stage.TimelineAsync(stage.Events)).EnumerateArray().ToList();

        Assert.Equal(Noon.AddHours(-1), IdTime(page[0]));
        Assert.InRange(IdTime(page[1]), Noon.AddHours(-3), Noon.AddHours(-3).AddSeconds(1));
    }

    [Theory]
    [InlineData("EVENTPROFS")]
    [InlineData("%C3%89ventProfs")]
    [InlineData("%EF%BC%A5ventprofs")]
    public async Task The_hashtag_is_folded_as_mastodon_does(string written)
    {
        await using var stage = await OpenAsync([Post(Mara, Noon.AddMinutes(-1), "Bonjour #ÉventProfs")]);
        Assert.Equal(1, (await stage.GetAsync(stage.Events, $"api/v1/timelines/tag/{written}")).GetArrayLength());
    }

    [Fact]
    public async Task An_unknown_hashtag_is_an_empty_list_without_links()
    {
        await using var stage = await OpenAsync(Many(3));
        using var response = await stage.SendAsync(stage.Events, "api/v1/timelines/tag/nobodyusesthis");
        Assert.Equal("[]", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.False(response.Headers.Contains("Link"));
    }

    [Fact]
    public async Task Links_lead_to_both_neighbouring_pages()
    {
        await using var stage = await OpenAsync(Many(30));
        var all = Ids(await stage.TimelineAsync(stage.Events, "limit=40"));
        using var response = await stage.SendAsync(stage.Events, $"api/v1/timelines/tag/eventprofs?limit=5&max_id={all[9]}");
        var link = response.Headers.GetValues("Link").Single();

        Assert.Contains($"max_id={all[14]}>; rel=\"next\"", link, StringComparison.Ordinal);
        Assert.Contains($"min_id={all[10]}>; rel=\"prev\"", link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Posts_of_one_millisecond_have_different_ids()
    {
        await using var stage = await OpenAsync(Enumerable.Range(0, 60).Select(i => Post(Mara, Noon.AddMinutes(-1)) with { Key = $"burst {i}" }));
        var first = Ids(await stage.TimelineAsync(stage.Backstage, "limit=40"));
        var second = Ids(await stage.TimelineAsync(stage.Backstage, $"limit=40&max_id={first[^1]}"));
        Assert.Equal(60, first.Concat(second).Distinct().Count());
    }

    private static string[] Ids(JsonElement page) => [.. page.EnumerateArray().Select(status => status.GetProperty("id").GetString()!)];

    private static string Acct(JsonElement status) => status.GetProperty("account").GetProperty("acct").GetString()!;

    private static DateTimeOffset IdTime(JsonElement status) => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(status.GetProperty("id").GetString()!) >> 16);
}
