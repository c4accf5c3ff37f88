using System.Text.Json;

namespace Listening.Tests.Worker.Commands;

public sealed class DoctorCommandTests : IDisposable
{
    private readonly CommandLine _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task A_host_that_does_not_answer_is_a_failed_check_with_a_remedy()
    {
        var called = await ExamineAsync("""{"Platforms": {"Mastodon": {"Hosts": ["http://127.0.0.1:9"]}}}""");

        Assert.Equal(1, called.ExitCode);
        var host = Check(called, "mastodon 127.0.0.1:9");
        Assert.False(host.GetProperty("ok").GetBoolean());
        Assert.NotEmpty(host.GetProperty("remedy").GetString()!);
        Assert.True(Check(called, "store").GetProperty("ok").GetBoolean());
        Assert.True(Check(called, "unicode").GetProperty("ok").GetBoolean());
    }

    [Fact]
    public async Task An_unknown_setting_is_a_failed_check()
    {
        var called = await ExamineAsync("""{"Platforms": {"Mastodon": {"Enabled": false}}, "Poling": {"MinInterval": "5s"}}""");

        Assert.Contains("Did you mean", Check(called, "settings").GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, called.ExitCode);
    }

    [Fact]
    public async Task A_wrong_setting_is_a_check_too_and_no_refusal()
    {
        var called = await ExamineAsync("""{"Polling": {"MinInterval": "90"}}""");

        Assert.False(Check(called, "settings").GetProperty("ok").GetBoolean());
        Assert.Equal(1, called.ExitCode);
    }

    [Fact]
    public async Task Where_all_is_well_it_is_0()
    {
        var called = await ExamineAsync("""{"Platforms": {"Mastodon": {"Enabled": false}}}""");

        Assert.Equal(0, called.ExitCode);
        Assert.All(called.Json().GetProperty("checks").EnumerateArray(), check => Assert.Equal(["name", "ok", "detail", "remedy"], check.EnumerateObject().Select(member => member.Name)));
    }

    private async Task<CommandLine.Called> ExamineAsync(string settings)
    {
        await File.WriteAllTextAsync(_shell.File("settings.json"), settings);
        return await _shell.CallAsync("doctor", "--json", "--config", _shell.File("settings.json"));
    }

    private static JsonElement Check(CommandLine.Called called, string name) =>
        called.Json().GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == name);
}
