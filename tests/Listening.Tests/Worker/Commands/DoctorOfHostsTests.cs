using System.Text.Json;
using Listening.Tests.Worker.Demo.Fediverse;
using Listening.Worker.Demo.Fediverse;
using Listening.Worker.Demo.Fediverse.Faults;

namespace Listening.Tests.Worker.Commands;

/// <summary>What <c>doctor</c> says of hosts that show some to anyone, some to signed-in people, or refuse a token.</summary>
public sealed class DoctorOfHostsTests : IDisposable
{
    private const string Secret = "Zq3-kept_to_ourselves";

    private readonly CommandLine _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task An_open_host_is_well_and_its_terms_are_shown()
    {
        var (check, name) = await ExamineAsync(new ScriptedAccess());

        Assert.True(check.GetProperty("ok").GetBoolean());
        Assert.Equal(
            "answers anonymous calls; Mastodon 4.5.2; shows all it knows to anyone; no token is set; its terms: https://events.example/terms-of-service",
            check.GetProperty("detail").GetString());
        Assert.Equal(JsonValueKind.Null, check.GetProperty("remedy").ValueKind);
        Assert.StartsWith("127.0.0.1:", name);
    }

    [Fact]
    public async Task A_host_that_keeps_some_from_us_is_well_and_the_remedy_names_the_setting_and_the_host()
    {
        var (check, name) = await ExamineAsync(new ScriptedAccess { Remote = "authenticated" });

        Assert.True(check.GetProperty("ok").GetBoolean());
        Assert.Contains("shows posts of its own people to anyone, those of other hosts to signed-in people", check.GetProperty("detail").GetString());
        Assert.Contains($"put {name}=TOKEN into Platforms:Mastodon:Tokens", check.GetProperty("remedy").GetString());
    }

    [Fact]
    public async Task A_host_for_signed_in_people_fails_with_its_terms_and_the_remedy()
    {
        var (check, name) = await ExamineAsync(new ScriptedAccess { Local = "authenticated", Remote = "authenticated" });

        Assert.False(check.GetProperty("ok").GetBoolean());
        Assert.StartsWith($"{name} shows hashtags to signed-in people only", check.GetProperty("detail").GetString());
        Assert.Contains("its terms: https://events.example/terms-of-service", check.GetProperty("detail").GetString());
        Assert.Contains($"put {name}=TOKEN into Platforms:Mastodon:Tokens", check.GetProperty("remedy").GetString());
    }

    [Theory]
    [InlineData(true, "answers with its token; Mastodon 4.5.2; shows hashtags to signed-in people only; a token is set")]
    [InlineData(false, " was refused (401, \"The access token is invalid\")")]
    public async Task A_token_is_said_to_be_there_and_never_shown(bool isGood, string detail)
    {
        var (check, _) = await ExamineAsync(new ScriptedAccess { Local = "authenticated", Remote = "authenticated", Tokens = [isGood ? Secret : "another"] }, withToken: true);

        Assert.Equal(isGood, check.GetProperty("ok").GetBoolean());
        Assert.Contains(detail, check.GetProperty("detail").GetString());
        Assert.DoesNotContain(Secret, check.GetRawText());
    }

    [Fact]
    public async Task A_wait_that_a_host_demands_is_remembered_and_not_broken_by_asking_again()
    {
        await using var fediverse = await ScriptedFediverse.StartAsync(
            new FediverseScript { Hosts = [new HostScript(FediverseStage.Mara.Host)] }, TimeProvider.System, TestContext.Current.CancellationToken);
        var host = fediverse.Hosts[0];
        host.Faults.Always(new TooManyRequests { RetryAfter = TimeSpan.FromHours(1) });

        var first = await ExamineAsync(host, []);
        var asked = host.Requests.All().Count;
        var second = await ExamineAsync(host, []);

        Assert.Equal(asked, host.Requests.All().Count);
        Assert.All([first, second], check => Assert.Contains("asks us to wait until", check.GetProperty("detail").GetString()));
        Assert.Contains("and not before", second.GetProperty("remedy").GetString());
    }

    private async Task<(JsonElement Check, string Host)> ExamineAsync(ScriptedAccess access, bool withToken = false)
    {
        var script = new FediverseScript { Hosts = [new HostScript(FediverseStage.Mara.Host) { Access = access }] };
        await using var fediverse = await ScriptedFediverse.StartAsync(script, TimeProvider.System, TestContext.Current.CancellationToken);
        var name = fediverse.Hosts[0].BaseAddress.Authority;
        return (await ExamineAsync(fediverse.Hosts[0], withToken ? [$"{name}={Secret}"] : []), name);
    }

    private async Task<JsonElement> ExamineAsync(ScriptedHost host, string[] tokens)
    {
        var name = host.BaseAddress.Authority;
        var settings = new { Platforms = new { Mastodon = new { Hosts = new[] { $"http://{name}" }, Tokens = tokens } } };
        await File.WriteAllTextAsync(_shell.File("settings.json"), JsonSerializer.Serialize(settings), TestContext.Current.CancellationToken);
        var called = await _shell.CallAsync("doctor", "--json", "--config", _shell.File("settings.json"));
        Assert.DoesNotContain(Secret, called.Notes);
        return called.Json().GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == $"mastodon {name}");
    }
}
