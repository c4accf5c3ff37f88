using System.Net;
using System.Net.Sockets;
using Listening.Worker.Commands;
using Listening.Worker.Configuration;

namespace Listening.Tests.Worker.Commands;

public sealed class WorkerRunTests : IDisposable
{
    private readonly CommandLine _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task A_second_worker_on_the_same_folder_is_refused()
    {
        using var held = FolderLock.Take(_shell.Folder);

        var called = await _shell.CallAsync("run", "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, called.ExitCode);
        Assert.Contains("Another worker uses", Assert.Single(Lines(called.Notes)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_free_again_when_its_worker_is_gone()
    {
        FolderLock.Take(_shell.Folder).Dispose();

        using var again = FolderLock.Take(_shell.Folder);
    }

    [Fact]
    public async Task A_taken_port_is_a_sentence_that_names_the_option()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var called = await _shell.CallAsync("run", "--urls", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");

        Assert.Equal(1, called.ExitCode);
        Assert.Contains("taken by another program", called.Notes, StringComparison.Ordinal);
        Assert.Contains("--urls", called.Notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://192.0.2.7:5080")]
    [InlineData("http://events.example:5080")]
    [InlineData("https://127.0.0.1:5080")]
    [InlineData("127.0.0.1")]
    public async Task Only_http_on_loopback_is_served(string url)
    {
        var called = await _shell.CallAsync("run", "--urls", url);

        Assert.Equal(1, called.ExitCode);
        Assert.Contains("Api:Urls (--urls)", Assert.Single(Lines(called.Notes)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_setting_ends_it_before_anything_is_touched()
    {
        await File.WriteAllTextAsync(_shell.File("settings.json"), """{"Polling": {"MinInterval": "90"}}""", TestContext.Current.CancellationToken);

        var called = await _shell.CallAsync("run", "--config", _shell.File("settings.json"));

        Assert.Equal(1, called.ExitCode);
        Assert.False(File.Exists(_shell.File("listening.db")));
    }

    [Fact]
    public async Task Watch_follows_says_what_it_does_and_ends_with_0()
    {
        // Nobody listens there, so this worker asks nobody else.
        await File.WriteAllTextAsync(_shell.File("settings.json"), """{"Platforms": {"Mastodon": {"Hosts": ["http://127.0.0.1:9"]}}}""", TestContext.Current.CancellationToken);
        await _shell.CallAsync("tags", "add", "eventprofs");
        await _shell.CallAsync("tags", "pause", "eventprofs");
        using var stop = new CancellationTokenSource();
        using var notes = new Listener("--demo", stop);

        var called = await _shell.CallAsync(["watch", "#EventProfs", "--config", _shell.File("settings.json"), "--urls", "http://127.0.0.1:0"], stop.Token, notes);

        Assert.Equal((0, ""), (called.ExitCode, called.Answer));
        Assert.Contains("The page and the API are at http://127.0.0.1:", called.Notes, StringComparison.Ordinal);
        Assert.Contains("Following #eventprofs at 127.0.0.1:9, back to", called.Notes, StringComparison.Ordinal);
        Assert.Contains("--demo", called.Notes, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", called.Notes, StringComparison.Ordinal);
        Assert.Equal("active", (await _shell.CallAsync("tags", "list", "--json")).Json()[0].GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("http://localhost:5080", "http://localhost:5080/")]
    [InlineData("http://127.0.0.2:5080,http://[::1]:5081", "http://127.0.0.2:5080/ http://[::1]:5081/")]
    public void Loopback_has_several_names(string urls, string expected)
    {
        var settings = Settings.From([new SettingsLayer("a test", new Dictionary<string, string?> { ["Api:Urls"] = urls })], demo: false);

        Assert.Equal(expected, string.Join(' ', ListenAddresses.Of(settings.Configuration)));
    }

    private static string[] Lines(string notes) => notes.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Stops the worker when it has said something, at the latest after half a minute.</summary>
    private sealed class Listener : StringWriter
    {
        private readonly string _awaited;
        private readonly CancellationTokenSource _stop;

        public Listener(string awaited, CancellationTokenSource stop)
        {
            (_awaited, _stop) = (awaited, stop);
            NewLine = "\n";
            stop.CancelAfter(TimeSpan.FromSeconds(30));
        }

        public override void Write(string? value)
        {
            base.Write(value);
            if (value?.Contains(_awaited, StringComparison.Ordinal) == true)
            {
                _stop.CancelAfter(TimeSpan.Zero);
            }
        }
    }
}
