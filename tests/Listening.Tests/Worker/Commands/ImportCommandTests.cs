using System.Text.Json;
using System.Text.RegularExpressions;
using Listening.Posts;
using Listening.Stores;
using Listening.Tests.Support;
using Listening.Tracking;

namespace Listening.Tests.Worker.Commands;

public sealed class ImportCommandTests : IDisposable
{
    private readonly CommandLine _shell = new();
    private readonly PostSamples _samples = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Export_then_import_into_an_empty_store_gives_the_same_store()
    {
        using var second = new CommandLine();
        var file = await ExportedAsync(OddPosts());

        var imported = (await second.CallAsync("import", file, "--json")).Json();

        var expected = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(expected, (await second.CallAsync("export", _samples.Tag)).Answer);
        Assert.Equal(expected.Count(character => character == '\n'), imported.GetProperty("stored").GetInt32());
        Assert.Equal(imported.GetProperty("read").GetInt32(), imported.GetProperty("stored").GetInt32());
        Assert.Equal(JsonValueKind.Null, imported.GetProperty("rejects_file").ValueKind);
    }

    [Fact]
    public async Task Importing_what_is_there_already_changes_nothing()
    {
        using var second = new CommandLine();
        var file = await ExportedAsync(OddPosts());
        await second.CallAsync("import", file);
        var before = await second.CallAsync("export", _samples.Tag);

        var back = (await _shell.CallAsync("import", file, "--json")).Json();
        var again = (await second.CallAsync("import", file, "--json")).Json();

        Assert.All([back, again], answer => Assert.Equal(answer.GetProperty("read").GetInt32(), answer.GetProperty("unchanged").GetInt32()));
        Assert.Equal(before, await second.CallAsync("export", _samples.Tag));
        Assert.Equal(before, await _shell.CallAsync("export", _samples.Tag));
    }

    [Fact]
    public async Task What_is_older_than_posts_are_kept_is_rejected_with_the_setting()
    {
        using var second = new CommandLine();
        var file = await ExportedAsync(OddPosts());
        await File.WriteAllTextAsync(second.File("settings.json"), """{"Retention":{"Posts":"1d"}}""", TestContext.Current.CancellationToken);

        var imported = (await second.CallAsync("import", file, "--json", "--config", second.File("settings.json"))).Json();

        Assert.Equal((0, imported.GetProperty("read").GetInt32()), (imported.GetProperty("stored").GetInt32(), imported.GetProperty("rejected").GetInt32()));
        Assert.Contains("older than Retention:Posts allows", await File.ReadAllTextAsync(imported.GetProperty("rejects_file").GetString()!, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Numbers_and_answers_of_both_stores_agree()
    {
        using var second = new CommandLine();
        await second.CallAsync("import", await ExportedAsync(OddPosts()));

        foreach (var question in new string[][] { ["search", _samples.Tag, "--text", "zurich"], ["volume", _samples.Tag], ["contributors", _samples.Tag, "--list", "most_active"] })
        {
            string[] asked = [.. question, .. question[0] == "contributors" ? ["--at"] : (string[])["--from", "2026-10-01", "--to"], "2026-12-01", "--json"];
            Assert.Equal(WithoutCoverage((await _shell.CallAsync(asked)).Answer), WithoutCoverage((await second.CallAsync(asked)).Answer));
        }
    }

    [Fact]
    public async Task An_import_counts_as_observed_from_its_first_to_its_last_post()
    {
        using var second = new CommandLine();
        var file = await ExportedAsync(_samples.New("first"), _samples.New("middle", at: PostSamples.Noon.AddHours(5)), _samples.New("last", at: PostSamples.Noon.AddHours(9)));

        await second.CallAsync("import", file);

        var source = Assert.Single((await second.CallAsync("coverage", _samples.Tag, "--from", "2026-10-01", "--to", "2026-12-01", "--json")).Json().GetProperty("sources").EnumerateArray());
        var interval = Assert.Single(source.GetProperty("intervals").EnumerateArray());
        Assert.Equal(("mastodon", "reader.example"), (source.GetProperty("platform").GetString(), source.GetProperty("host").GetString()));
        Assert.Equal((PostSamples.Noon, PostSamples.Noon.AddHours(9).AddSeconds(1)), (interval.GetProperty("from").GetDateTimeOffset(), interval.GetProperty("to").GetDateTimeOffset()));
    }

    [Fact]
    public async Task A_hashtag_that_nobody_followed_is_followed_and_paused()
    {
        using var second = new CommandLine();
        await second.CallAsync("import", await ExportedAsync(_samples.New("a") with { TagsDisplay = [_samples.Tag.ToUpperInvariant()] }));

        var followed = Assert.Single((await second.CallAsync("tags", "list", "--json")).Json().EnumerateArray());

        Assert.Equal((_samples.Tag, _samples.Tag.ToUpperInvariant(), "paused"), (Text(followed, "hashtag"), Text(followed, "display"), Text(followed, "state")));
    }

    [Fact]
    public async Task A_followed_hashtag_stays_as_it_is_and_takes_posts_under_its_other_spellings()
    {
        using var second = new CommandLine();
        await second.CallAsync("tags", "add", "venues", "--with", _samples.Tag);

        await second.CallAsync("import", await ExportedAsync(_samples.New("a")));

        Assert.Equal(["venues"], (await second.CallAsync("tags", "list", "--json")).Json().EnumerateArray().Select(tag => Text(tag, "hashtag")));
        Assert.Equal(1, (await second.CallAsync("search", "venues", "--from", "2026-11-01", "--to", "2026-12-01", "--json")).Json().GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_bad_line_costs_that_line_and_lies_in_the_rejects_file_with_its_reason()
    {
        var file = await WrittenAsync("bad.ndjson", Line("a"), "", "{\"post_key\": cut off", Line("b"), """{"post_key":"x","platform":"mastodon"}""");

        var called = await _shell.CallAsync("import", file, "--json");

        var answer = called.Json();
        Assert.Equal((0, 4, 2, 2), (called.ExitCode, answer.GetProperty("read").GetInt32(), answer.GetProperty("stored").GetInt32(), answer.GetProperty("rejected").GetInt32()));
        Assert.Equal(file + ".rejects.ndjson", Text(answer, "rejects_file"));
        var rejects = (await File.ReadAllLinesAsync(file + ".rejects.ndjson", TestContext.Current.CancellationToken)).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        Assert.Equal([(3, "no JSON object"), (5, "created_at: is missing")], rejects.Select(reject => (reject.GetProperty("line").GetInt32(), Text(reject, "reason"))));
        Assert.Equal("{\"post_key\": cut off", Text(rejects[0], "text"));
    }

    [Fact]
    public async Task A_post_that_stands_twice_in_a_file_is_counted_twice_and_stored_once()
    {
        var answer = (await _shell.CallAsync("import", await WrittenAsync("twice.ndjson", Line("a"), Line("a"), Line("b")), "--json")).Json();

        Assert.Equal((3, 2, 1), (answer.GetProperty("read").GetInt32(), answer.GetProperty("stored").GetInt32(), answer.GetProperty("unchanged").GetInt32()));
    }

    [Fact]
    public async Task Lines_that_name_no_hashtag_need_one()
    {
        var nameless = _samples.New("a") with { Matched = [], MatchedVia = [] };
        var file = await WrittenAsync("nameless.ndjson", JsonSerializer.Serialize(nameless, ListeningJson.Options), Line("b"));

        var without = (await _shell.CallAsync("import", file, "--json")).Json();
        var with = (await _shell.CallAsync("import", file, "--hashtag", "#Venues", "--json")).Json();

        Assert.Equal((1, 1), (without.GetProperty("stored").GetInt32(), without.GetProperty("rejected").GetInt32()));
        Assert.Equal((1, 1), (with.GetProperty("stored").GetInt32(), with.GetProperty("unchanged").GetInt32()));
        Assert.Equal([_samples.Tag, "venues"], (await _shell.CallAsync("tags", "list", "--json")).Json().EnumerateArray().Select(tag => Text(tag, "hashtag")));
    }

    [Fact]
    public async Task Who_opted_out_stays_out_unless_that_is_ignored()
    {
        var statement = new AuthorStatement(AuthorStatement.MarkOf(_samples.Author("tom").Key), "events.example", IsHome: true, OptedOut: true, Discoverable: null);
        await _shell.SayAsync(statement);
        var file = await WrittenAsync("consent.ndjson", Line("a"), Line("b", author: "tom"));

        var answer = (await _shell.CallAsync("import", file, "--json")).Json();
        await File.WriteAllTextAsync(_shell.File("ignore.json"), """{"Consent": {"OptOutWords": "ignore"}}""", TestContext.Current.CancellationToken);
        var ignored = (await _shell.CallAsync("import", file, "--json", "--config", _shell.File("ignore.json"))).Json();

        Assert.Equal((2, 1, 1), (answer.GetProperty("read").GetInt32(), answer.GetProperty("stored").GetInt32(), answer.GetProperty("withheld").GetInt32()));
        Assert.Equal((1, 1, 0), (ignored.GetProperty("stored").GetInt32(), ignored.GetProperty("unchanged").GetInt32(), ignored.GetProperty("withheld").GetInt32()));
    }

    [Theory]
    [InlineData("none.ndjson", null, "none.ndjson is not there")]
    [InlineData("", null, "is a folder")]
    [InlineData("posts.csv", "id,text\n1,hello\n", "files of other kinds")]
    [InlineData("twarc.jsonl", "{\"data\":[{\"id\":\"1\"}]}\n", "files of other kinds")]
    [InlineData("posts.ndjson.gz", "\u001f\u008b\u0008", "compressed")]
    public async Task What_cannot_be_imported_is_one_sentence(string name, string? content, string sentence)
    {
        if (content is not null)
        {
            await File.WriteAllBytesAsync(_shell.File(name), [.. content.Select(character => (byte)character)], TestContext.Current.CancellationToken);
        }

        var called = await _shell.CallAsync("import", _shell.File(name));

        Assert.Equal((1, ""), (called.ExitCode, called.Answer));
        Assert.Contains(sentence, Assert.Single(called.Notes.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_csv_of_a_conference_is_told_by_its_header_and_a_bad_row_costs_that_row()
    {
        var file = await WrittenAsync(
            "conference.csv",
            "post,created_at,author,kind,reply_to_post,reply_to_author,quoted_post,repost_of_post,repost_of_author,mentions,likes,reposts,hashtags,lang,text_key",
            "p1,2026-11-02T12:00:00Z,a1,post,,,,,,,3,0,venues,en,k1",
            "p2,2026-11-02T12:05:00Z,a2,reply,p1,a1,,,,a1,0,0,,en,k2",
            "p3,half past twelve,a2,reply,p1,a1,,,,a1,0,0,,en,k3");

        var answer = (await _shell.CallAsync("import", file, "--hashtag", "meetings", "--json")).Json();
        var again = (await _shell.CallAsync("import", file, "--hashtag", "meetings", "--format", "conference", "--json")).Json();
        var posts = (await _shell.CallAsync("search", "meetings", "--from", "2026-11-01", "--to", "2026-12-01", "--sort", "oldest", "--json")).Json().GetProperty("posts");

        Assert.Equal((3, 2, 1), (answer.GetProperty("read").GetInt32(), answer.GetProperty("stored").GetInt32(), answer.GetProperty("rejected").GetInt32()));
        Assert.Equal((3, 2), (again.GetProperty("read").GetInt32(), again.GetProperty("unchanged").GetInt32()));
        Assert.Equal(["conference:p1", "conference:p2"], posts.EnumerateArray().Select(post => Text(post, "post_key")));
        Assert.Equal(["conference:p1", "conference:p1"], posts.EnumerateArray().Select(post => Text(post, "thread_key")));
    }

    [Fact]
    public async Task An_empty_file_is_what_an_empty_export_is()
    {
        var called = await _shell.CallAsync("import", await WrittenAsync("empty.ndjson"), "--json");

        Assert.Equal((0, 0), (called.ExitCode, called.Json().GetProperty("read").GetInt32()));
        Assert.Contains("is empty", called.Notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv", 1)]
    [InlineData("xml", 2)]
    public async Task Other_formats_are_told_apart_from_unknown_ones(string format, int exitCode) =>
        Assert.Equal(exitCode, (await _shell.CallAsync("import", await WrittenAsync("posts", Line("a")), "--format", format)).ExitCode);

    private Post[] OddPosts() =>
    [
        _samples.New("odd", text: "Zürich \u2028 \u2029 \0 \u0085 \uFEFF 🎪👩‍👩‍👧 𝒳 \"quoted\" \\ </p>\r\n\ttab \u202E \uFFFE"),
        _samples.New("a", at: PostSamples.Noon.AddHours(1)) with
        {
            EditedAt = PostSamples.Noon.AddHours(2),
            Lang = null,
            Url = null,
            Author = new Author("mastodon:7", "mastodon", null, null, null, null, null),
            Links = [new PostLink("https://www.Venue.example/?a=b&c=%20#ü", "venue.example")],
            Media = [new PostMedia("image", null, null), new PostMedia("video", "alt \u2028 🎥", "https://files.example/1")],
            Mentions = ["mastodon:@tom@events.example"],
            Engagement = new Engagement(3, null, 0, null, long.MaxValue),
            Matched = [_samples.Tag, _samples.OtherTag],
            MatchedVia = [MatchedVia.Text, MatchedVia.Link],
            QuoteOf = PostReference.To("https://elsewhere.example/9", "mastodon:9"),
        },
        _samples.New("b", at: PostSamples.Noon.AddDays(-400), host: "other.example") with { Searchable = false, SeenVia = [new SeenVia("other.example", "9"), new SeenVia("zeta.example", "11", Indexable: false)] },
        _samples.New("c", at: PostSamples.Noon.AddHours(1)) with { Text = null, TextKey = "sha1:abc" },
        _samples.Reply("reply", parent: "odd"),
        _samples.Reply("waits", parent: "nowhere"),
        _samples.Reply("answer", parent: "waits", at: PostSamples.Noon.AddHours(3)),
        _samples.New("gone", at: PostSamples.Noon.AddMinutes(1)).ToTombstone(),
    ];

    // What was observed is said of the store, not of its posts: only the import counts as observed.
    private static string WithoutCoverage(string answer) => Regex.Replace(answer, "\"coverage\":[^,}]*", "", RegexOptions.None, TimeSpan.FromSeconds(5));

    private async Task<string> ExportedAsync(params Post[] posts)
    {
        await _shell.StoreAsync(TrackedHashtag.Create(Hashtag.Parse(_samples.Tag), PostSamples.Noon), posts);
        Assert.Equal(0, (await _shell.CallAsync("export", _samples.Tag, "--output", _shell.File("out.ndjson"))).ExitCode);
        return _shell.File("out.ndjson");
    }

    private string Line(string name, string author = "mara") => JsonSerializer.Serialize(_samples.New(name, author), ListeningJson.Options);

    private async Task<string> WrittenAsync(string name, params string[] lines)
    {
        await File.WriteAllTextAsync(_shell.File(name), string.Concat(lines.Select(line => line + "\n")), TestContext.Current.CancellationToken);
        return _shell.File(name);
    }

    private static string? Text(JsonElement parent, string name) => parent.GetProperty(name).GetString();
}
