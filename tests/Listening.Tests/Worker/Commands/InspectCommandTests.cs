using System.Text.Json;

namespace Listening.Tests.Worker.Commands;

public sealed class InspectCommandTests : IDisposable
{
    private const string Timeline = """[{"id": "1", "uri": "https://a.example/1", "created_at": "2026-11-24T09:00:00.000Z", "content": "<p>Hi</p>", "account": {"id": "7", "acct": "mara"}, "visibility": "public"}]""";

    private readonly CommandLine _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task One_body_is_one_JSON_value()
    {
        Write("timeline.json", Timeline);

        var json = (await _shell.CallAsync("inspect", "--platform", "Mastodon", "--body", _shell.File("timeline.json"))).Json();

        Assert.Equal("posts", json.GetProperty("outcome").GetString());
        Assert.Equal("1", json.GetProperty("posts")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_meta_file_beside_the_body_is_read()
    {
        Write("refused.json", """{"error": "This action is not allowed"}""");
        Write("refused.meta.json", """{"response": {"status": 403, "headers": {}}, "content_type": "application/json"}""");

        Assert.Equal("error", (await _shell.CallAsync("inspect", "--platform", "mastodon", "--body", _shell.File("refused.json"))).Json().GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_folder_is_inspected_body_by_body()
    {
        Directory.CreateDirectory(_shell.File("bodies"));
        Write("bodies/one.json", Timeline);
        Write("bodies/one.meta.json", """{"response": {"status": 200}}""");
        Write("bodies/two.sse", "event: update\n");
        Write("bodies/expected.json", "{}");

        var called = await _shell.CallAsync("inspect", "--platform", "MASTODON", "--folder", _shell.File("bodies"), "--output", _shell.File("out"));

        Assert.Equal(0, called.ExitCode);
        Assert.Equal(["one.json.json", "two.sse.json"], Directory.EnumerateFiles(_shell.File("out")).Select(Path.GetFileName).Order());
        Assert.Equal("posts", JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(_shell.File("out/one.json.json"))).GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("inspect --platform nowhere --body x.json", "There is no connector for 'nowhere'")]
    [InlineData("inspect --platform mastodon --body /no/such.json", "does not exist")]
    [InlineData("inspect --platform mastodon --folder /no/such --output out", "does not exist")]
    public async Task What_cannot_be_read_is_one_sentence(string call, string sentence)
    {
        var called = await _shell.CallAsync(call.Split(' '));

        Assert.Equal(1, called.ExitCode);
        Assert.Contains(sentence, called.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meta_file_that_is_no_JSON_is_one_sentence()
    {
        Write("timeline.json", Timeline);
        Write("timeline.meta.json", "<html>");

        var called = await _shell.CallAsync("inspect", "--platform", "mastodon", "--body", _shell.File("timeline.json"));

        Assert.Equal(1, called.ExitCode);
        Assert.Contains("cannot be read", called.Notes, StringComparison.Ordinal);
    }

    private void Write(string name, string text) => File.WriteAllText(_shell.File(name), text);
}
