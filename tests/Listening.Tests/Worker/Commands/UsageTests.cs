namespace Listening.Tests.Worker.Commands;

public sealed class UsageTests : IDisposable
{
    private readonly CommandLine _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("serch eventprofs", "Did you mean search?")]
    [InlineData("search", "'TAG' missing")]
    [InlineData("search 123", "is not a hashtag")]
    [InlineData("search a-b", "is not a hashtag")]
    [InlineData("search eventprofs --limt 3", "Did you mean --limit?")]
    [InlineData("search eventprofs --limit 0", "from 1 upwards")]
    [InlineData("search eventprofs --limit many", "from 1 upwards")]
    [InlineData("search eventprofs --limit 1001", "from 1 to 1000")]
    [InlineData("search eventprofs --sort loudest", "newest, oldest, relevance")]
    [InlineData("search eventprofs --from yesterday", "a span back from now")]
    [InlineData("search eventprofs --from 1d --to 2d", "ends before it begins")]
    [InlineData("search eventprofs --after nonsense!", "'next'")]
    [InlineData("volume eventprofs --bucket minute", "hour, day, week")]
    [InlineData("volume eventprofs --zone Mars/Olympus", "IANA")]
    [InlineData("volume eventprofs --bucket 1", "hour, day, week")]
    [InlineData("tags add eventprofs --zone Mars/Olympus", "IANA")]
    [InlineData("tags add a1 b2 --with c3", "one hashtag at a time")]
    [InlineData("status extra", "not known here")]
    [InlineData("export eventprofs --format xml", "ndjson, csv, graphml")]
    [InlineData("inspect --platform mastodon", "--body")]
    [InlineData("inspect --body x.json", "--platform")]
    [InlineData("watch", "which hashtag")]
    [InlineData("status --log-level loud", "trace, debug")]
    [InlineData("tags", "See: listening tags --help")]
    public async Task Bad_usage_is_2_with_a_sentence_and_no_answer(string call, string sentence)
    {
        var called = await _shell.CallAsync(call.Split(' '));

        Assert.Equal(2, called.ExitCode);
        Assert.Empty(called.Answer);
        Assert.Contains(sentence, called.Notes, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", called.Notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("person x --json")]
    [InlineData("spikes eventprofs --from 7d")]
    [InlineData("import posts.csv --format csv")]
    [InlineData("alerts why eventprofs")]
    [InlineData("contributors eventprofs --list score")]
    [InlineData("contributors eventprofs --list newcomers")]
    [InlineData("export eventprofs --format graphml")]
    public async Task What_is_not_there_yet_is_1_with_one_sentence(string call)
    {
        var called = await _shell.CallAsync(call.Split(' '));

        Assert.Equal(1, called.ExitCode);
        Assert.Empty(called.Answer);
        Assert.Contains("not there yet", Assert.Single(called.Notes.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_goes_to_the_answer_and_names_every_verb_that_works()
    {
        var called = await _shell.CallAsync("--help");

        Assert.Equal(0, called.ExitCode);
        foreach (var verb in new[] { "watch", "run", "tags", "status", "search", "volume", "contributors", "alerts", "export", "inspect", "doctor", "version" })
        {
            Assert.Contains($"\n  {verb} ", called.Answer, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Not there yet", called.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_author_that_begins_with_an_at_sign_is_no_response_file()
    {
        var called = await _shell.CallAsync("search", "eventprofs", "--author", "@mara@events.example");

        Assert.Equal(0, called.ExitCode);
    }

    [Fact]
    public async Task A_word_may_be_excluded_on_the_command_line() =>
        Assert.Equal(0, (await _shell.CallAsync("search", "eventprofs", "--text", "-webinar")).ExitCode);
}
