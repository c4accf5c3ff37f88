using System.Text.Json;
using Listening.Posts;
using Listening.Tests.Support;
using Listening.Tracking;
using Listening.Worker.Commands;

namespace Listening.Tests.Worker.Commands;

/// <summary>The verbs that ask, over a store with five posts of two people on two days.</summary>
public sealed class QueryTests : IAsyncLifetime
{
    private const string From = "2026-11-01";
    private const string To = "2026-11-04";
    private readonly CommandLine _shell = new();
    private readonly PostSamples _samples = new();

    public async ValueTask InitializeAsync() => await _shell.StoreAsync(
        TrackedHashtag.Create(Hashtag.Parse(_samples.Tag.ToUpperInvariant()), PostSamples.Noon, "Europe/Berlin"),
        _samples.New("a", "mara", PostSamples.Noon, "Badge printing on site"),
        _samples.New("b", "mara", PostSamples.Noon.AddHours(1), "A webinar about badges"),
        _samples.New("c", "tom", PostSamples.Noon.AddHours(2), "Hello [red]all[/] \u001b[31m of you"),
        _samples.New("d", "tom", PostSamples.Noon.AddDays(1)),
        _samples.New("e", "mara", PostSamples.Noon.AddDays(1).AddHours(1)));

    public ValueTask DisposeAsync()
    {
        _shell.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Search_prints_its_shape()
    {
        var json = (await AskAsync("search", _samples.Tag, "--from", From, "--to", To, "--limit", "2")).Json();

        Assert.Equal(["hashtag", "total", "unsearchable", "posts", "next"], Names(json));
        Assert.Equal((_samples.Tag, 5), (json.GetProperty("hashtag").GetString(), json.GetProperty("total").GetInt32()));
        Assert.Equal(_samples.Key("e"), json.GetProperty("posts")[0].GetProperty("post_key").GetString());
    }

    [Fact]
    public async Task The_next_page_goes_on_where_the_first_ended()
    {
        var first = (await AskAsync("search", _samples.Tag, "--from", From, "--to", To, "--limit", "4")).Json();
        var next = (await AskAsync("search", _samples.Tag, "--from", From, "--to", To, "--after", first.GetProperty("next").GetString()!)).Json();

        Assert.Equal(_samples.Key("a"), Assert.Single(next.GetProperty("posts").EnumerateArray()).GetProperty("post_key").GetString());
        Assert.Equal(JsonValueKind.Null, next.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task Words_are_required_and_excluded()
    {
        var json = (await AskAsync("search", $"#{_samples.Tag}", "--from", From, "--to", To, "--text", "badge -webinar")).Json();

        Assert.Equal(1, json.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(" --text hello", true)]
    public async Task That_posts_may_not_be_searched_by_text_is_said_where_a_text_is_searched(string text, bool isSaid)
    {
        await _shell.StoreAsync(TrackedHashtag.Create(Hashtag.Parse(_samples.Tag), PostSamples.Noon), _samples.New("f", at: PostSamples.Noon) with { Searchable = false, SeenVia = [] });

        var called = await _shell.CallAsync($"search {_samples.Tag} --from {From} --to {To}{text}".Split(' '));

        Assert.Equal(isSaid, called.Answer.Contains("1 may not be searched by text", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("foo", "read: mastodon")]
    [InlineData("Mastodon", null)]
    public async Task A_platform_that_nothing_reads_is_told_beside_the_empty_answer(string platform, string? note)
    {
        var called = await AskAsync("search", _samples.Tag, "--platform", platform);

        Assert.Equal(0, called.ExitCode);
        Assert.Equal(note is not null, called.Notes.Contains($"a platform '{platform}'", StringComparison.Ordinal));
        Assert.Contains(note ?? "", called.Notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tom@events.example")]
    [InlineData("@tom@events.example")]
    public async Task Posts_are_found_by_their_authors_handle_as_by_the_key(string handle)
    {
        var byKey = await AskAsync("search", _samples.Tag, "--from", From, "--to", To, "--author", _samples.Author("tom").Key);
        var byHandle = await AskAsync("search", _samples.Tag, "--from", From, "--to", To, "--author", handle);

        Assert.Equal(2, byHandle.Json().GetProperty("total").GetInt32());
        Assert.Equal(byKey.Answer, byHandle.Answer);
    }

    [Fact]
    public async Task A_handle_that_nobody_has_is_told_beside_the_empty_answer()
    {
        var called = await AskAsync("search", _samples.Tag, "--author", "@nobody@events.example");

        Assert.Equal(0, called.Json().GetProperty("total").GetInt32());
        Assert.Contains("No stored post is by @nobody@events.example", called.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Volume_counts_days_in_the_hashtags_zone()
    {
        var json = (await AskAsync("volume", _samples.Tag, "--from", From, "--to", To)).Json();

        Assert.Equal(["hashtag", "zone", "bucket", "buckets"], Names(json));
        Assert.Equal(("Europe/Berlin", "day"), (json.GetProperty("zone").GetString(), json.GetProperty("bucket").GetString()));
        Assert.Equal(["at", "posts", "people", "expected", "low", "high", "coverage"], Names(json.GetProperty("buckets")[0]));
        Assert.Equal([(0, 0), (3, 2), (2, 2)], json.GetProperty("buckets").EnumerateArray().Select(day => (day.GetProperty("posts").GetInt32(), day.GetProperty("people").GetInt32())));
        Assert.Equal("2026-10-31T23:00:00.000Z", json.GetProperty("buckets")[0].GetProperty("at").GetString());
    }

    [Fact]
    public async Task Contributors_are_the_most_active_where_no_list_is_named()
    {
        var called = await AskAsync("contributors", _samples.Tag, "--at", To);
        var json = called.Json();

        Assert.Equal(["hashtag", "list", "definition", "at", "coverage", "starters", "contributors"], Names(json));
        Assert.Equal("most_active", json.GetProperty("list").GetString());
        Assert.Contains("most_active", called.Notes, StringComparison.Ordinal);
        Assert.Equal(["mara", "tom"], json.GetProperty("contributors").EnumerateArray().Select(one => one.GetProperty("author").GetProperty("name").GetString()));
        Assert.Equal(
            ["rank", "author", "score", "points", "factors", "confirmed_by", "is_starter", "is_vouched", "posts", "days", "first_at", "last_at"],
            Names(json.GetProperty("contributors")[0]));
    }

    [Fact]
    public async Task Status_prints_its_shape()
    {
        var json = (await AskAsync("status")).Json();

        Assert.Equal(["version", "store", "hashtags", "sources", "withheld", "dead_letters", "demo", "workers", "unfinished_imports"], Names(json));
        Assert.Equal(["kind", "posts", "bytes"], Names(json.GetProperty("store")));
        Assert.Equal(("sqlite", 5), (json.GetProperty("store").GetProperty("kind").GetString(), json.GetProperty("store").GetProperty("posts").GetInt32()));
        Assert.Equal(["opt_out", "not_public", "not_indexable", "not_discoverable", "bots"], Names(json.GetProperty("withheld")));
        Assert.Equal(
            ["platform", "host", "state", "reason", "last_success_at", "available_at", "next_poll_at", "budget", "targets", "held_by"],
            Names(json.GetProperty("sources")[0]));
    }

    [Theory]
    [InlineData(2100, true)]
    [InlineData(2020, false)]
    public async Task Status_shows_how_much_of_a_hosts_allowance_is_used_while_its_window_lasts(int resets, bool isShown)
    {
        var budget = new HostBudget(300, 288, new DateTimeOffset(resets, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await _shell.LearnAsync(new SourceHealth { Platform = "mastodon", Host = "mas.to" }.Succeeded(PostSamples.Noon, budget));

        var row = Assert.Single((await _shell.CallAsync("status")).Answer.Split('\n'), line => line.Contains("mas.to", StringComparison.Ordinal));

        Assert.Equal(isShown, row.Contains(" 12/300 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Status_says_when_no_worker_runs_on_the_data()
    {
        string running;
        using (FolderLock.Take(_shell.Folder))
        {
            running = (await _shell.CallAsync("status")).Answer;
        }

        Assert.DoesNotContain("No worker runs", running, StringComparison.Ordinal);
        Assert.Contains("No worker runs on this data, so nobody is asked; start one with: listening run\n", (await _shell.CallAsync("status")).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alerts_are_an_object_with_a_list() =>
        Assert.Empty((await AskAsync("alerts", "list")).Json().GetProperty("alerts").EnumerateArray());

    [Fact]
    public async Task Version_prints_its_shape() => Assert.Equal(["version", "revision"], Names((await AskAsync("version")).Json()));

    [Fact]
    public async Task Every_object_says_that_it_is_a_demo()
    {
        foreach (var call in new[] { "search eventprofs", "volume eventprofs", "contributors eventprofs", "coverage eventprofs", "alerts list", "status", "version" })
        {
            Assert.True((await AskAsync([.. call.Split(' '), "--demo"])).Json().GetProperty("demo").GetBoolean(), call);
        }
    }

    [Fact]
    public async Task A_hashtag_that_was_never_followed_is_an_empty_answer_with_a_note()
    {
        var called = await AskAsync("search", "nobodyheardofit");

        Assert.Equal(0, called.Json().GetProperty("total").GetInt32());
        Assert.Contains("is not followed", called.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Foreign_text_in_a_table_is_neither_markup_nor_a_command_to_the_terminal()
    {
        var called = await _shell.CallAsync("search", _samples.Tag, "--from", From, "--to", To);

        Assert.Equal(0, called.ExitCode);
        Assert.Contains("Hello [red]all[/] [31m of you", called.Answer, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', called.Answer);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("tags list")]
    [InlineData("alerts list")]
    [InlineData("volume TAG --from 2026-11-01 --to 2026-11-04")]
    [InlineData("coverage TAG --from 2026-11-01 --to 2026-11-04")]
    [InlineData("contributors TAG --list most_active --at 2026-11-04")]
    public async Task Every_question_has_a_table_for_people(string call)
    {
        var called = await _shell.CallAsync(call.Replace("TAG", _samples.Tag, StringComparison.Ordinal).Split(' '));

        Assert.Equal(0, called.ExitCode);
        Assert.NotEmpty(called.Answer.Trim());
        Assert.All(called.Answer.Split('\n'), line => Assert.True(line.Length <= 120));
    }

    [Fact]
    public async Task Nothing_but_the_JSON_value_is_in_the_answer()
    {
        var called = await AskAsync("contributors", _samples.Tag, "--log-level", "trace");

        Assert.Single(called.Answer.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private async Task<CommandLine.Called> AskAsync(params string[] call)
    {
        var called = await _shell.CallAsync([.. call, "--json"]);
        Assert.True(called.ExitCode == 0, called.Notes);
        return called;
    }

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(member => member.Name);
}
