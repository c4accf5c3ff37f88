using System.Text.Json;
using Listening.Posts;
using Listening.Tests.Support;
using Listening.Tracking;

namespace Listening.Tests.Worker.Commands;

public sealed class ExportCommandTests : IAsyncLifetime
{
    private readonly CommandLine _shell = new();
    private readonly PostSamples _samples = new();

    public async ValueTask InitializeAsync() => await _shell.StoreAsync(
        TrackedHashtag.Create(Hashtag.Parse(_samples.Tag), PostSamples.Noon),
        _samples.New("b", at: PostSamples.Noon.AddHours(1), text: "Zürich — ｆｕｌｌ & \"quoted\" <b> 日本"),
        _samples.New("a"));

    public ValueTask DisposeAsync()
    {
        _shell.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Each_post_is_a_line_that_reads_back_as_the_same_post()
    {
        var lines = (await _shell.CallAsync("export", _samples.Tag, "--format", "ndjson")).Answer.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var posts = lines.Select(line => JsonSerializer.Deserialize<Post>(line, ListeningJson.Options)!).ToList();
        Assert.Equal([_samples.Key("a"), _samples.Key("b")], posts.Select(post => post.PostKey));
        Assert.Equal(lines, posts.Select(post => JsonSerializer.Serialize(post, ListeningJson.Options)));
        Assert.Contains("Zürich — ｆｕｌｌ & \\\"quoted\\\" <b> 日本", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_holds_the_same_bytes_and_the_answer_stays_empty()
    {
        var expected = (await _shell.CallAsync("export", _samples.Tag)).Answer;
        var called = await _shell.CallAsync("export", _samples.Tag, "--output", _shell.File("out.ndjson"));

        Assert.Equal((0, ""), (called.ExitCode, called.Answer));
        Assert.Equal(expected, await File.ReadAllTextAsync(_shell.File("out.ndjson"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_leaves_nothing_behind()
    {
        var called = await _shell.CallAsync("export", _samples.Tag, "--output", _shell.File("none/out.ndjson"));

        Assert.Equal(1, called.ExitCode);
        var sentence = Assert.Single(called.Notes.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"{_shell.File("none/out.ndjson")} cannot be written: its folder is not there", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(".part", sentence, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_shell.File("none")));
    }

    [Fact]
    public async Task A_folder_is_no_file_to_write_to()
    {
        var called = await _shell.CallAsync("export", _samples.Tag, "--output", _shell.Folder);

        Assert.Equal(1, called.ExitCode);
        Assert.StartsWith($"{_shell.Folder} cannot be written: it is a folder", called.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_export_keeps_the_file_that_was_there()
    {
        await File.WriteAllTextAsync(_shell.File("out.ndjson"), "earlier", TestContext.Current.CancellationToken);

        var called = await _shell.CallAsync("export", _samples.Tag, "--from", "nonsense", "--output", _shell.File("out.ndjson"));

        Assert.Equal(2, called.ExitCode);
        Assert.Equal("earlier", await File.ReadAllTextAsync(_shell.File("out.ndjson"), TestContext.Current.CancellationToken));
    }
}
