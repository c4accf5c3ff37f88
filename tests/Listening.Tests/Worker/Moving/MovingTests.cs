using System.Text.Json;
using Listening.Posts;
using Listening.Tests.Storage.Sqlite;
using Listening.Tests.Support;
using Listening.Tests.Worker.Commands;

namespace Listening.Tests.Worker.Moving;

public sealed class MovingTests : IAsyncLifetime
{
    private readonly CommandLine _old = new();
    private readonly CommandLine _new = new();
    private string _export = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Whole => _old.File("whole.ndjson");

    public async ValueTask InitializeAsync()
    {
        using (var opened = new SqliteTestStore(_old.Folder))
        {
            await LivedInStore.FillAsync(await opened.OpenPreparedAsync(), posts: 1_300, Ct);
        }

        _export = (await _old.CallAsync("export", "--all")).Answer;
        await File.WriteAllTextAsync(Whole, _export, Ct);
    }

    public ValueTask DisposeAsync()
    {
        _old.Dispose();
        _new.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_store_that_was_moved_holds_the_same_byte_for_byte_however_often_it_is_imported()
    {
        var imported = (await _new.CallAsync("import", Whole, "--json")).Json();
        var moved = (await _new.CallAsync("export", "--all")).Answer;
        var again = (await _new.CallAsync("import", Whole, "--json")).Json();

        Assert.Equal(_export, moved);
        Assert.Equal(_export, (await _new.CallAsync("export", "--all")).Answer);
        var posts = _export.Split('\n').Count(line => line.StartsWith("{\"post_key\"", StringComparison.Ordinal));
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
            ["store", "statement", "forgotten", "muted", "live", "deleted", "missed", "coverage", "hashtag", "target", "health", "withheld", "alert", "end"],
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
    public async Task A_file_whose_end_is_missing_is_stored_and_said_not_to_be_whole()
    {
        await File.WriteAllTextAsync(_new.File("cut.ndjson"), _export[..(_export.Length / 2)], Ct);

        var called = await _new.CallAsync("import", _new.File("cut.ndjson"));

        Assert.Equal(1, called.ExitCode);
        Assert.Contains("The end of the file is missing", called.Notes, StringComparison.Ordinal);
        Assert.NotEmpty((await _new.CallAsync("export", "eventprofs")).Answer);
    }

    [Fact]
    public async Task Lines_that_this_version_does_not_know_or_cannot_read_cost_themselves_only()
    {
        var lines = _export.Split('\n').ToList();
        lines.InsertRange(1, ["{\"record\":\"spaceship\",\"value\":{}}", "{\"record\":\"hashtag\",\"value\":{\"display\":7}}", "{\"record\":\"target\"", "{\"post_key\":\"x\"}"]);
        await File.WriteAllTextAsync(_new.File("odd.ndjson"), string.Join('\n', lines), Ct);

        var imported = (await _new.CallAsync("import", _new.File("odd.ndjson"), "--json")).Json();

        Assert.Equal(4, imported.GetProperty("rejected").GetInt32());
        Assert.Equal(
            ["record: 'spaceship' is not known to this version", "value: is no hashtag", "no JSON object", "is no post"],
            (await File.ReadAllLinesAsync(imported.GetProperty("rejects_file").GetString()!, Ct)).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("reason").GetString()));
        Assert.Equal(_export, (await _new.CallAsync("export", "--all")).Answer);
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused_before_anything_is_stored()
    {
        await File.WriteAllTextAsync(_new.File("newer.ndjson"), _export.Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal), Ct);

        var called = await _new.CallAsync("import", _new.File("newer.ndjson"));

        Assert.Equal((1, "The file was written by a newer version of Listening: update Listening, then import it again.\n"), (called.ExitCode, called.Notes));
        Assert.DoesNotContain("post_key", (await _new.CallAsync("export", "--all")).Answer, StringComparison.Ordinal);
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
}
