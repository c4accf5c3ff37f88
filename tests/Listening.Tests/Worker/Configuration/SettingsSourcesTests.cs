using Listening.Tests.Support;
using Listening.Worker.Configuration;
using Microsoft.Extensions.Configuration;

namespace Listening.Tests.Worker.Configuration;

public sealed class SettingsSourcesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Options_win_over_a_file()
    {
        var file = Write("""{ "Storage": { "Directory": "/from/the/file" }, "Polling": { "Backfill": "7d" } }""");

        var settings = Settings.Load(file, demo: false, new Dictionary<string, string?> { ["Storage:Directory"] = _folder.Path });

        Assert.Equal(_folder.Path, settings.Folder);
        Assert.Equal("7.00:00:00", settings.Configuration["Polling:Backfill"]);
    }

    [Fact]
    public void A_list_in_a_file_is_a_list()
    {
        var settings = Settings.Load(Write("""{ "Platforms": { "Mastodon": { "Hosts": ["a.example", "b.example"] } } }"""), demo: false, new Dictionary<string, string?>());

        Assert.Equal(["a.example", "b.example"], settings.Configuration.GetSection("Platforms:Mastodon:Hosts").Get<string[]>()!);
    }

    [Fact]
    public void Empty_levels_of_a_file_are_no_unknown_settings()
    {
        var settings = Settings.Load(Write("""{ "Alerts": {}, "Platforms": { "Mastodon": { "Hosts": [] } }, "Nothing": null }"""), demo: false, new Dictionary<string, string?>());

        Assert.Empty(settings.Warnings);
    }

    [Fact]
    public void A_file_that_is_no_JSON_is_one_sentence()
    {
        var wrong = Assert.Throws<SettingException>(() => Settings.Load(Write("{ x"), demo: false, new Dictionary<string, string?>()));

        Assert.Contains("is no JSON", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_one_sentence()
    {
        var wrong = Assert.Throws<SettingException>(() => Settings.Load(_folder.File("none.json"), demo: false, new Dictionary<string, string?>()));

        Assert.Contains("does not exist", wrong.Message, StringComparison.Ordinal);
    }

    private string Write(string json)
    {
        var file = _folder.File("settings.json");
        File.WriteAllText(file, json);
        return file;
    }
}
