using Listening.Posts;
using Listening.Tests.Support;
using Listening.Tracking;

namespace Listening.Tests.Worker.Commands;

public sealed class TagsCommandTests : IDisposable
{
    private readonly CommandLine _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task A_hashtag_is_kept_folded_with_its_display_form()
    {
        await _shell.CallAsync("tags", "add", "#EventProfs", "--zone", "Europe/Berlin", "--with", "EventProf", "mice2026");

        var hashtag = Assert.Single((await _shell.CallAsync("tags", "list", "--json")).Json().EnumerateArray());
        Assert.Equal("eventprofs", hashtag.GetProperty("hashtag").GetString());
        Assert.Equal("EventProfs", hashtag.GetProperty("display").GetString());
        Assert.Equal("active", hashtag.GetProperty("state").GetString());
        Assert.Equal("Europe/Berlin", hashtag.GetProperty("time_zone").GetString());
        Assert.Equal(["eventprof", "mice2026"], hashtag.GetProperty("with").EnumerateArray().Select(spelling => spelling.GetString()));
        Assert.Contains("mstdn.social", hashtag.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("host").GetString()));
    }

    [Fact]
    public async Task Adding_again_changes_only_what_is_said()
    {
        await _shell.CallAsync("tags", "add", "eventprofs", "--zone", "Europe/Berlin", "--with", "eventprof");
        var again = await _shell.CallAsync("tags", "add", "EVENTPROFS", "--zone", "UTC", "--json");

        Assert.Equal(0, again.ExitCode);
        Assert.Contains("followed already", again.Notes, StringComparison.Ordinal);
        Assert.Equal("UTC", again.Json()[0].GetProperty("time_zone").GetString());
        Assert.Equal("eventprof", again.Json()[0].GetProperty("with")[0].GetString());
    }

    [Fact]
    public async Task A_spelling_belongs_to_one_hashtag()
    {
        await _shell.CallAsync("tags", "add", "eventprofs", "--with", "eventprof");

        Assert.Equal(2, (await _shell.CallAsync("tags", "add", "eventprof")).ExitCode);
        Assert.Equal(2, (await _shell.CallAsync("tags", "add", "mice", "--with", "eventprofs")).ExitCode);
    }

    [Fact]
    public async Task A_hashtag_is_paused_and_resumed()
    {
        await _shell.CallAsync("tags", "add", "eventprofs");

        Assert.Equal("paused", (await _shell.CallAsync("tags", "pause", "eventprofs", "--json")).Json()[0].GetProperty("state").GetString());
        Assert.Equal("active", (await _shell.CallAsync("tags", "resume", "eventprofs", "--json")).Json()[0].GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("remove")]
    [InlineData("pause")]
    [InlineData("resume")]
    public async Task A_hashtag_that_is_not_followed_is_a_note_and_no_failure(string verb)
    {
        var called = await _shell.CallAsync("tags", verb, "nobody", "--json");

        Assert.Equal(0, called.ExitCode);
        Assert.Empty(called.Json().EnumerateArray());
        Assert.Contains("#nobody", called.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_keeps_the_posts_and_erasing_takes_them()
    {
        var samples = new PostSamples();
        await _shell.StoreAsync(TrackedHashtag.Create(Hashtag.Parse(samples.Tag), PostSamples.Noon), samples.New("a"));

        await _shell.CallAsync("tags", "remove", samples.Tag);
        Assert.NotEmpty((await _shell.CallAsync("export", samples.Tag)).Answer);

        await _shell.CallAsync("tags", "remove", samples.Tag, "--erase");
        Assert.Empty((await _shell.CallAsync("export", samples.Tag)).Answer);
    }
}
