using Listening.Posts;
using Listening.Tests.Support;
using Listening.Tracking;

namespace Listening.Tests.Worker.Commands;

public sealed class AuthorCommandTests : IAsyncLifetime
{
    private readonly CommandLine _shell = new();
    private readonly PostSamples _samples = new();

    public async ValueTask InitializeAsync() => await _shell.StoreAsync(
        TrackedHashtag.Create(Hashtag.Parse(_samples.Tag), PostSamples.Noon),
        _samples.New("a", "mara"),
        _samples.New("b", "mara"),
        _samples.New("c", "tom"));

    public ValueTask DisposeAsync()
    {
        _shell.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Whoever_is_forgotten_by_key_leaves_no_post_and_no_name_behind()
    {
        Assert.Equal(2, (await _shell.CallAsync("forget", _samples.Author("mara").Key, "--json")).Json().GetProperty("erased").GetInt32());

        var export = (await _shell.CallAsync("export", _samples.Tag, "--format", "ndjson")).Answer;
        Assert.DoesNotContain("mara", export, StringComparison.Ordinal);
        Assert.Contains("tom", export, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_author_is_known_by_handle_as_well() =>
        Assert.Equal(2, (await _shell.CallAsync("forget", "Mara@events.example", "--json")).Json().GetProperty("erased").GetInt32());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_was_forgotten_already_is_said_to_be_however_they_are_named(bool byKey)
    {
        var key = _samples.Author("mara").Key;
        await _shell.CallAsync("forget", byKey ? key : "@mara@events.example");

        foreach (var name in new[] { key, "Mara@events.example" })
        {
            var again = await _shell.CallAsync("forget", name);
            Assert.Equal((0, "This author was forgotten already; nothing by them is kept.\n"), (again.ExitCode, again.Answer));
        }

        Assert.Equal("1 post erased; nothing by this author is kept any more.\n", (await _shell.CallAsync("forget", "@tom@events.example")).Answer);
    }

    [Theory]
    [InlineData("forget")]
    [InlineData("mute")]
    public async Task A_handle_that_nobody_has_is_no_wrong_usage_but_cannot_be_done(string verb)
    {
        var unknown = await _shell.CallAsync(verb, "@nobody@events.example");

        Assert.Equal((1, ""), (unknown.ExitCode, unknown.Answer));
        Assert.Contains("No stored post is by @nobody@events.example: give the author's key", unknown.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_muted_is_not_ranked_until_it_is_taken_back()
    {
        var at = PostSamples.Noon.AddDays(1).ToString("O");
        Assert.True((await _shell.CallAsync("mute", "@mara@events.example", "--json")).Json().GetProperty("muted").GetBoolean());
        Assert.Equal(["tom"], await RankedAsync(at));

        await _shell.CallAsync("mute", "@mara@events.example", "--undo");

        Assert.Equal(["mara", "tom"], await RankedAsync(at));
    }

    private async Task<IEnumerable<string?>> RankedAsync(string at) =>
        (await _shell.CallAsync("contributors", _samples.Tag, "--list", "most_active", "--at", at, "--json")).Json()
            .GetProperty("contributors").EnumerateArray().Select(contributor => contributor.GetProperty("author").GetProperty("name").GetString()).Order(StringComparer.Ordinal);
}
