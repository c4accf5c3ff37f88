using System.Text.Json;
using Listening.Posts;
using Listening.Stores;
using Listening.Tests.Storage.Sqlite;
using Listening.Tests.Support;
using Listening.Tests.Worker.Commands;
using Listening.Worker.Answers;
using Listening.Worker.Imports;
using Listening.Worker.Moving;
using Microsoft.Extensions.Options;

namespace Listening.Tests.Worker.Moving;

public sealed class MovingTests : IClassFixture<LivedInFolder>, IDisposable
{
    private readonly CommandLine _old = new();
    private readonly CommandLine _new = new();
    private readonly string _export;

    public MovingTests(LivedInFolder livedIn)
    {
        livedIn.CopyTo(_old);
        _export = livedIn.Export;
        File.WriteAllText(Whole, _export);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Whole => _old.File("whole.ndjson");

    public void Dispose()
    {
        _old.Dispose();
        _new.Dispose();
    }

    [Fact]
    public async Task A_store_that_was_moved_holds_the_same_byte_for_byte_however_often_it_is_imported()
    {
        var imported = (await _new.CallAsync("import", Whole, "--json")).Json();
        var moved = (await _new.CallAsync("export", "--all")).Answer;
        var again = (await _new.CallAsync("import", Whole, "--json")).Json();

        Assert.Equal(_export, moved);
        Assert.Equal(_export, (await _new.CallAsync("export", "--all")).Answer);
        var posts = _export.Split('\n').Count(IsPost);
        Assert.True(posts > 1_000, $"{posts} posts are not worth moving");
        Assert.Equal((posts, 0, 0), (imported.GetProperty("stored").GetInt32(), imported.GetProperty("withheld").GetInt32(), imported.GetProperty("rejected").GetInt32()));
        Assert.Equal((0, 0, posts), (again.GetProperty("stored").GetInt32(), again.GetProperty("updated").GetInt32(), again.GetProperty("unchanged").GetInt32()));
    }

    [Fact]
    public void An_export_of_everything_has_every_kind_of_line()
    {
        var kinds = _export.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Select(line => line.TryGetProperty("record", out var record) ? record.GetString() : line.GetProperty("state").GetString())
            .Distinct();

        Assert.Equal(
            ["store", "statement", "forgotten", "muted", "live", "deleted", "posts", "refused", "missed", "coverage", "hashtag", "target", "health", "withheld", "alert", "end"],
            kinds);
    }

    [Fact]
    public async Task Whoever_was_forgotten_stays_out_of_the_new_store_too()
    {
        await _new.CallAsync("import", Whole);
        var post = new PostSamples().New("a") with { Author = new Author(LivedInStore.Forgotten, "mastodon", null, null, null, null, null), Matched = ["eventprofs"] };
        await File.WriteAllTextAsync(_new.File("post.ndjson"), JsonSerializer.Serialize(post, ListeningJson.Options), Ct);

        var imported = (await _new.CallAsync("import", _new.File("post.ndjson"), "--json")).Json();

        Assert.Equal((1, 0), (imported.GetProperty("withheld").GetInt32(), imported.GetProperty("stored").GetInt32()));
    }

    [Fact]
    public async Task A_store_that_has_forgotten_somebody_itself_knows_both()
    {
        var theirs = new PostSamples().Author("theirs").Key;
        await _new.CallAsync("forget", theirs);

        await _new.CallAsync("import", Whole);

        using var opened = new SqliteTestStore(_new.Folder);
        Assert.Equal(
            new[] { LivedInStore.Forgotten, theirs }.ToHashSet(),
            await opened.Open().Authors.ForgottenAsync([theirs, LivedInStore.Forgotten, "https://events.example/users/nobody"], Ct));
    }

    [Fact]
    public async Task What_the_new_store_follows_already_is_replaced_by_what_the_file_says()
    {
        await _new.CallAsync("tags", "add", "eventprofs", "--zone", "Asia/Tokyo");

        await _new.CallAsync("import", Whole);

        using var opened = new SqliteTestStore(_new.Folder);
        var followed = (await opened.Open().Tracking.HashtagsAsync(Ct)).First(hashtag => hashtag.Hashtag == "eventprofs");
        Assert.Equal(("Europe/Berlin", LivedInStore.Noon), (followed.TimeZone, followed.AddedAt));
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.05)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.93)]
    [InlineData(0.9995)]
    public async Task An_export_that_was_broken_off_anywhere_goes_on_and_ends_as_one_that_was_not(double share)
    {
        var bytes = await File.ReadAllBytesAsync(Whole, Ct);
        await File.WriteAllBytesAsync(_old.File("out.ndjson.part"), bytes[..(int)(bytes.Length * share)], Ct);

        var called = await _old.CallAsync("export", "--all", "--output", _old.File("out.ndjson"));

        Assert.Equal((0, ""), (called.ExitCode, called.Answer));
        Assert.Equal(_export, await File.ReadAllTextAsync(_old.File("out.ndjson"), Ct));
        Assert.False(File.Exists(_old.File("out.ndjson.part")));
        Assert.Equal(share > 0.2, called.Notes.Contains("Goes on behind the ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_export_that_was_broken_off_begins_anew_when_somebody_was_forgotten_meanwhile()
    {
        var bytes = await File.ReadAllBytesAsync(Whole, Ct);
        await File.WriteAllBytesAsync(_old.File("out.ndjson.part"), bytes[..(bytes.Length / 2)], Ct);
        await _old.CallAsync("forget", new PostSamples().Author("late").Key);

        var called = await _old.CallAsync("export", "--all", "--output", _old.File("out.ndjson"));

        Assert.DoesNotContain("Goes on", called.Notes, StringComparison.Ordinal);
        Assert.Equal((await _old.CallAsync("export", "--all")).Answer, await File.ReadAllTextAsync(_old.File("out.ndjson"), Ct));
    }

    [Fact]
    public async Task An_export_onto_a_disk_that_fills_up_says_so_and_goes_on_when_there_is_space_again()
    {
        const int Megabytes = 16;
        using var disk = SmallDisk.Create(Megabytes);
        var (output, taken) = (Path.Combine(disk.Path, "out.ndjson"), Path.Combine(disk.Path, "taken"));
        await File.WriteAllBytesAsync(taken, new byte[(Megabytes * 1024 * 1024) - (_export.Length * 2 / 3)], Ct);

        var full = await _old.CallAsync("export", "--all", "--output", output);
        File.Delete(taken);
        var again = await _old.CallAsync("export", "--all", "--output", output);

        Assert.Equal(1, full.ExitCode);
        Assert.StartsWith($"{output} cannot be written (", full.Notes, StringComparison.Ordinal);
        Assert.EndsWith("; check its folder, its rights and the free space.\n", full.Notes, StringComparison.Ordinal);
        Assert.StartsWith("Goes on behind the ", again.Notes, StringComparison.Ordinal);
        Assert.Equal(_export, await File.ReadAllTextAsync(output, Ct));
    }

    [Fact]
    public async Task Of_two_exports_into_one_file_the_second_says_that_it_is_in_use_and_leaves_it_alone()
    {
        await using (File.Open(_old.File("out.ndjson.part"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            var second = await _old.CallAsync("export", "--all", "--output", _old.File("out.ndjson"));

            Assert.Equal(1, second.ExitCode);
            Assert.Contains("it is being used by another process", second.Notes, StringComparison.Ordinal);
        }

        Assert.Equal("", await File.ReadAllTextAsync(_old.File("out.ndjson.part"), Ct));
        Assert.False(File.Exists(_old.File("out.ndjson")));
    }

    [Fact]
    public async Task A_file_whose_end_is_missing_is_stored_and_said_not_to_be_whole()
    {
        await File.WriteAllTextAsync(_new.File("cut.ndjson"), _export[..(_export.Length / 2)], Ct);

        var called = await _new.CallAsync("import", _new.File("cut.ndjson"));

        Assert.Equal(1, called.ExitCode);
        Assert.Contains("The end of the file is missing", called.Notes, StringComparison.Ordinal);
        Assert.NotEmpty((await _new.CallAsync("export", "eventprofs")).Answer);
    }

    [Fact]
    public async Task Lines_behind_the_first_post_that_this_version_does_not_know_or_cannot_read_cost_themselves_only()
    {
        var lines = _export.Split('\n').ToList();
        lines.InsertRange(
            lines.FindIndex(line => line.StartsWith("{\"record\":\"posts\"", StringComparison.Ordinal)) + 1,
            ["{\"record\":\"spaceship\",\"value\":{}}", "{\"record\":\"hashtag\",\"value\":{\"display\":7}}", "{\"record\":\"muted\",\"value\":{}}", "{\"record\":\"muted\"}", "{\"record\":\"target\""]);
        var cut = lines.FindIndex(IsPost);
        lines[cut] = lines[cut][..40];
        await File.WriteAllTextAsync(_new.File("odd.ndjson"), string.Join('\n', lines), Ct);

        var imported = (await _new.CallAsync("import", _new.File("odd.ndjson"), "--json")).Json();

        Assert.Equal(6, imported.GetProperty("rejected").GetInt32());
        Assert.Equal(
            ["is no post", "record: 'spaceship' is not known to this version", "value: is no hashtag", "value: is no muted", "value: is no object", "no JSON object"],
            (await File.ReadAllLinesAsync(imported.GetProperty("rejects_file").GetString()!, Ct)).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("reason").GetString()));
        Assert.Equal(StateOf(_export), StateOf((await _new.CallAsync("export", "--all")).Answer));
    }

    [Fact]
    public async Task A_damaged_line_of_those_that_tell_whom_to_keep_out_ends_the_import_before_any_post_is_stored()
    {
        await File.WriteAllTextAsync(_new.File("damaged.ndjson"), _export.Replace("{\"record\":\"forgotten\",\"value\":{\"salt\"", "{\"record\":\"forgotten\",\"value\":{\"salty\"", StringComparison.Ordinal), Ct);

        var called = await _new.CallAsync("import", _new.File("damaged.ndjson"));

        Assert.Equal(1, called.ExitCode);
        Assert.Contains("belongs to those that tell whom to keep out, and cannot be read (value: is no forgotten): the file is damaged.", called.Notes, StringComparison.Ordinal);
        Assert.Contains("There is nothing to export", (await _new.CallAsync("export", "--all")).Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_which_posts_are_missing_says_nothing_of_how_far_was_read()
    {
        var lines = _export.Split('\n').ToList();
        lines.RemoveRange(lines.FindIndex(IsPost) + 100, 20);
        await File.WriteAllTextAsync(_new.File("hole.ndjson"), string.Join('\n', lines), Ct);

        var called = await _new.CallAsync("import", _new.File("hole.ndjson"));

        Assert.Equal(1, called.ExitCode);
        Assert.Contains("it was not copied whole", called.Notes, StringComparison.Ordinal);
        var export = (await _new.CallAsync("export", "--all")).Answer;
        Assert.Contains("post_key", export, StringComparison.Ordinal);
        Assert.DoesNotContain("\"record\":\"target\"", export, StringComparison.Ordinal);
        Assert.DoesNotContain("\"record\":\"coverage\"", export, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_that_was_broken_off_begins_anew_when_a_worker_went_on_meanwhile()
    {
        var bytes = await File.ReadAllBytesAsync(Whole, Ct);
        await File.WriteAllBytesAsync(_old.File("out.ndjson.part"), bytes[..(bytes.Length / 2)], Ct);
        using (var opened = new SqliteTestStore(_old.Folder))
        {
            var store = opened.Open();
            var early = new PostSamples().New("early", at: LivedInStore.Noon.AddDays(-400));
            await store.Posts.UpsertAsync([early], Ct);
            var state = (await store.Tracking.PollStatesAsync(null, Ct))[0];
            await store.Tracking.SaveAsync(state with { LastSuccessAt = LivedInStore.Noon.AddMinutes(1) }, Ct);
        }

        var called = await _old.CallAsync("export", "--all", "--output", _old.File("out.ndjson"));

        Assert.DoesNotContain("Goes on", called.Notes, StringComparison.Ordinal);
        Assert.Equal((await _old.CallAsync("export", "--all")).Answer, await File.ReadAllTextAsync(_old.File("out.ndjson"), Ct));
    }

    [Fact]
    public async Task What_is_said_of_the_posts_is_read_before_them_so_that_it_is_never_ahead_of_them()
    {
        using var opened = new SqliteTestStore(_old.Folder);
        var store = opened.Open();
        var parts = new StoreParts(store.Authors, store.Tracking, store.Coverage, store.Missed, store.DeadLetters, store.Posts, store.Alerts, new ConsentWithoutProfile(store.Authors, Options.Create(new ConsentOptions())), TimeProvider.System);

        var export = await StoreExport.BeginAsync(store.Posts, parts, Ct);
        await store.Coverage.RecordAsync(LivedInStore.Target, LivedInStore.Noon.AddDays(-90), LivedInStore.Noon, Ct);

        Assert.Equal(_export.Split('\n', StringSplitOptions.RemoveEmptyEntries).SkipWhile(line => !line.StartsWith("{\"record\":\"posts\"", StringComparison.Ordinal)), export.End(_export.Split('\n').Count(IsPost)));
    }

    [Fact]
    public async Task A_hashtag_that_is_erased_is_not_passed_over_when_its_file_is_imported_again()
    {
        using (var opened = new SqliteTestStore(_new.Folder))
        {
            await (await opened.OpenPreparedAsync()).Imports.SaveAsync(new ImportPosition("a file", 10, 9, 0, 0, 0, 1, 0, []), Ct);
        }

        await _new.CallAsync("tags", "remove", "eventprofs", "--erase");

        using var again = new SqliteTestStore(_new.Folder);
        Assert.Null(await again.Open().Imports.FindAsync("a file", Ct));
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused_before_anything_is_stored()
    {
        await File.WriteAllTextAsync(_new.File("newer.ndjson"), _export.Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal), Ct);

        var called = await _new.CallAsync("import", _new.File("newer.ndjson"));

        Assert.Equal((1, "The file was written by a newer version of Listening: update Listening, then import it again.\n"), (called.ExitCode, called.Notes));
        Assert.Contains("There is nothing to export", (await _new.CallAsync("export", "--all")).Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hosts_that_the_settings_here_do_not_name_are_told_before_a_worker_forgets_how_far_they_were_read()
    {
        await File.WriteAllTextAsync(_new.File("settings.json"), """{"Platforms":{"Mastodon":{"Hosts":["b.example","c.example"]}}}""", Ct);

        var called = await _new.CallAsync("import", Whole, "--config", _new.File("settings.json"));

        Assert.Equal(0, called.ExitCode);
        Assert.Contains("Read until now, and not named in the settings here: mastodon a.example. ", called.Notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Platforms":{"Mastodon":{"Hosts":["b.example","a.example"]}}}""")]
    [InlineData("""{"Platforms":{"Mastodon":{"Enabled":false}}}""")]
    public async Task Where_all_hosts_are_named_or_their_platform_is_off_nothing_is_said_of_them(string settings)
    {
        await File.WriteAllTextAsync(_new.File("settings.json"), settings, Ct);

        var called = await _new.CallAsync("import", Whole, "--config", _new.File("settings.json"));

        Assert.Equal(0, called.ExitCode);
        Assert.DoesNotContain("named in the settings", called.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_holds_nothing_is_said_to_and_no_file_is_written()
    {
        var called = await _new.CallAsync("export", "--all", "--output", _new.File("nothing.ndjson"));

        Assert.Equal((1, "There is nothing to export: the store (sqlite) follows no hashtag and holds no post. Check --data and the settings of the store.\n"), (called.ExitCode, called.Notes));
        Assert.False(File.Exists(_new.File("nothing.ndjson")));
    }

    [Fact]
    public async Task An_import_that_was_broken_off_is_told_by_status_and_says_that_it_goes_on()
    {
        await using (var input = ImportInput.Open(Whole))
        {
            using var opened = new SqliteTestStore(_new.Folder);
            var store = await opened.OpenPreparedAsync();
            await store.Posts.UpsertAsync([new PostSamples().New("a")], Ct);
            await store.Imports.SaveAsync(new ImportPosition(input.Digest("store ")!, 1_200, 1, 0, 0, 0, 0, 0, []), Ct);
        }

        var before = await _new.CallAsync("status");
        var called = await _new.CallAsync("import", Whole);

        Assert.Contains("1 import did not come to an end; call the same command again before a worker runs on this data.\n", before.Answer, StringComparison.Ordinal);
        Assert.Equal(0, (await _new.CallAsync("status", "--json")).Json().GetProperty("unfinished_imports").GetInt32());
        Assert.StartsWith("Goes on behind line 1,200, where an earlier call was broken off; what it did is counted too.\n", called.Notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Say what to export: a hashtag, or --all.", "export")]
    [InlineData("Give a hashtag or --all, not both.", "export", "eventprofs", "--all")]
    [InlineData("--all exports everything; leave --from and --to out.", "export", "--all", "--from", "7d")]
    public async Task What_cannot_be_meant_is_bad_usage(string sentence, params string[] args)
    {
        var called = await _old.CallAsync(args);

        Assert.Equal((2, ""), (called.ExitCode, called.Answer));
        Assert.Contains(sentence, called.Notes, StringComparison.Ordinal);
    }

    private static bool IsPost(string line) => line.StartsWith("{\"post_key\"", StringComparison.Ordinal);

    private static IEnumerable<string> StateOf(string export) => export.Split('\n').Where(line => !IsPost(line) && !line.StartsWith("{\"record\":\"posts\"", StringComparison.Ordinal));
}
