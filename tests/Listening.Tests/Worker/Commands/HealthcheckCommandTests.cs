using System.Net;
using System.Net.Sockets;
using Listening.Tests.Support;

namespace Listening.Tests.Worker.Commands;

public sealed class HealthcheckCommandTests : IDisposable
{
    private readonly CommandLine _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_worker_that_is_ready_is_0_and_silence_wherever_it_serves(bool byOption)
    {
        await using var worker = await LocalServer.StartAsync(200, "text/plain", "ready");

        var called = await AskAsync(worker.Address, byOption);

        Assert.Equal(new CommandLine.Called(0, "", ""), called);
        Assert.Equal("/healthz/ready", Assert.Single(worker.Requests).Path);
    }

    [Fact]
    public async Task A_worker_that_is_not_ready_is_1_with_its_own_sentence()
    {
        await using var worker = await LocalServer.StartAsync(503, "application/problem+json", """{"status":503,"detail":"The disk is full: free some space."}""");

        AssertFailed("is not ready: The disk is full: free some space.", await AskAsync(worker.Address));
    }

    [Theory]
    [InlineData(404, "text/html", "<h1>No</h1>")]
    [InlineData(302, "text/plain", "elsewhere")]
    [InlineData(503, "application/problem+json", "not json")]
    public async Task Something_else_on_that_port_is_told_apart(int status, string contentType, string body)
    {
        await using var other = await LocalServer.StartAsync(status, contentType, body);

        AssertFailed("is no worker", await AskAsync(other.Address));
    }

    [Fact]
    public async Task Nobody_there_is_1_with_one_sentence()
    {
        using var unused = new TcpListener(IPAddress.Loopback, 0);
        unused.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)unused.LocalEndpoint).Port}");
        unused.Stop();

        AssertFailed("No worker answers at 127.0.0.1:", await AskAsync(address));
    }

    [Fact]
    public async Task An_address_that_is_none_is_wrong_usage_as_an_option_and_a_failure_as_a_setting()
    {
        await File.WriteAllTextAsync(_shell.File("settings.json"), """{"Api": {"Urls": "nonsense"}}""", TestContext.Current.CancellationToken);

        var option = await _shell.CallAsync("healthcheck", "--urls", "nonsense");
        var setting = await _shell.CallAsync("healthcheck", "--config", _shell.File("settings.json"));

        Assert.Equal((2, ""), (option.ExitCode, option.Answer));
        Assert.Contains("(--urls) is 'nonsense'", option.Notes, StringComparison.Ordinal);
        AssertFailed("(--urls) is 'nonsense'", setting);
    }

    private async Task<CommandLine.Called> AskAsync(Uri address, bool byOption = true)
    {
        await File.WriteAllTextAsync(_shell.File("settings.json"), $$$"""{"Api": {"Urls": "{{{address}}}"}}""", TestContext.Current.CancellationToken);
        return await _shell.CallAsync(["healthcheck", .. byOption ? ["--urls", $"{address}"] : (string[])["--config", _shell.File("settings.json")]]);
    }

    private static void AssertFailed(string sentence, CommandLine.Called called)
    {
        Assert.Equal((1, ""), (called.ExitCode, called.Answer));
        Assert.Contains(sentence, Assert.Single(called.Notes.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
