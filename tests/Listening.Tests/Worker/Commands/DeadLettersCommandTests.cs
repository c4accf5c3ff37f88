using System.Text.Json;
using Listening.Posts;
using Listening.Storage;
using Listening.Stores;
using Listening.Tests.Support;
using Listening.Tracking;
using Microsoft.Data.Sqlite;

namespace Listening.Tests.Worker.Commands;

public sealed class DeadLettersCommandTests : IDisposable
{
    private readonly CommandLine _shell = new();
    private readonly PostSamples _samples = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Nothing_refused_is_an_empty_list()
    {
        Assert.Empty((await _shell.CallAsync("dead-letters", "list", "--json")).Json().GetProperty("dead_letters").EnumerateArray());
        Assert.Equal("The store refused nothing.\n", (await _shell.CallAsync("dead-letters", "list")).Answer);
        Assert.Equal("{\"retried\":0,\"stored\":0,\"refused\":0,\"withheld\":0}\n", (await _shell.CallAsync("dead-letters", "retry", "--json")).Answer);
    }

    [Fact]
    public async Task What_the_file_refuses_is_listed_and_counted_and_stored_once_the_file_takes_it()
    {
        await StoreAsync(_samples.New("before"));
        Execute($"CREATE TRIGGER no_bad_posts BEFORE INSERT ON posts WHEN new.post_key = '{_samples.Key("bad")}' BEGIN SELECT RAISE(ABORT, 'no bad posts'); END");
        await StoreAsync(_samples.New("a"), _samples.New("bad"), _samples.New("b"));

        var letter = Assert.Single((await _shell.CallAsync("dead-letters", "list", "--json")).Json().GetProperty("dead_letters").EnumerateArray());
        var status = (await _shell.CallAsync("status", "--json")).Json();
        var words = (await _shell.CallAsync("status")).Answer;
        var refused = (await _shell.CallAsync("dead-letters", "retry", "--json")).Answer;
        Execute("DROP TRIGGER no_bad_posts");
        var stored = (await _shell.CallAsync("dead-letters", "retry", "--json")).Answer;
        var after = (await _shell.CallAsync("status", "--json")).Json();

        Assert.Equal(["key", "platform", "reason", "at"], letter.EnumerateObject().Select(field => field.Name));
        Assert.Equal((_samples.Key("bad"), "mastodon"), (letter.GetProperty("key").GetString(), letter.GetProperty("platform").GetString()));
        Assert.Contains("no bad posts", letter.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal((1, 3), (status.GetProperty("dead_letters").GetInt32(), status.GetProperty("store").GetProperty("posts").GetInt32()));
        Assert.EndsWith("The store refused 1 post: listening dead-letters list\n", words, StringComparison.Ordinal);
        Assert.DoesNotContain("refused", (await _shell.CallAsync("status")).Answer, StringComparison.Ordinal);
        Assert.Equal("{\"retried\":1,\"stored\":0,\"refused\":1,\"withheld\":0}\n", refused);
        Assert.Equal("{\"retried\":1,\"stored\":1,\"refused\":0,\"withheld\":0}\n", stored);
        Assert.Equal((0, 4), (after.GetProperty("dead_letters").GetInt32(), after.GetProperty("store").GetProperty("posts").GetInt32()));
    }

    [Fact]
    public async Task A_later_edit_that_fits_settles_the_letter()
    {
        var unfit = _samples.New("1") with { ThreadKey = new string('x', 40_000) };
        await StoreAsync(unfit, _samples.New("1", text: "now it fits") with { EditedAt = PostSamples.Noon.AddHours(1) });

        var retried = (await _shell.CallAsync("dead-letters", "retry", "--json")).Answer;

        Assert.Equal("{\"retried\":1,\"stored\":1,\"refused\":0,\"withheld\":0}\n", retried);
    }

    [Fact]
    public async Task An_import_says_that_posts_were_refused()
    {
        await File.WriteAllLinesAsync(
            _shell.File("unfit.ndjson"),
            new[] { _samples.New("1"), _samples.New("2") with { ThreadKey = new string('x', 40_000) } }.Select(post => JsonSerializer.Serialize(post, ListeningJson.Options)),
            TestContext.Current.CancellationToken);

        var called = await _shell.CallAsync("import", _shell.File("unfit.ndjson"), "--json");

        Assert.Equal((2, 1, 1), (called.Json().GetProperty("read").GetInt32(), called.Json().GetProperty("stored").GetInt32(), called.Json().GetProperty("unchanged").GetInt32()));
        Assert.Contains("dead-letters list", called.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_opted_out_meanwhile_is_let_go()
    {
        await StoreAsync(_samples.New("1") with { ThreadKey = new string('x', 40_000) });
        await _shell.SayAsync(new AuthorStatement(AuthorStatement.MarkOf(_samples.Author("mara").Key), "events.example", IsHome: true, OptedOut: true, Discoverable: null));

        var retried = (await _shell.CallAsync("dead-letters", "retry", "--json")).Answer;

        Assert.Equal("{\"retried\":1,\"stored\":0,\"refused\":0,\"withheld\":1}\n", retried);
        Assert.Equal("The store refused nothing.\n", (await _shell.CallAsync("dead-letters", "list")).Answer);
    }

    private Task StoreAsync(params Post[] posts) => _shell.StoreAsync(TrackedHashtag.Create(Hashtag.Parse(_samples.Tag), PostSamples.Noon), posts);

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={new StorageOptions { Directory = _shell.Folder }.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
