using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd;

/// <summary>Everything around a worker: hosts to read, a store to fill, a webhook to call, and questions to both sides.</summary>
internal sealed class Scene : IAsyncDisposable
{
    public const string Hashtag = "eventprofs";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly int _port = FreePort();

    private Scene(WorkerStore store, ScriptedFediverse fediverse, WebhookReceiver receiver) => (Store, Fediverse, Receiver) = (store, fediverse, receiver);

    public WorkerStore Store { get; }

    public ScriptedFediverse Fediverse { get; }

    public WebhookReceiver Receiver { get; }

    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(Store.Settings)
    {
        ["Platforms:Mastodon:Hosts"] = string.Join(',', Fediverse.Hosts.Select(host => host.BaseAddress.GetLeftPart(UriPartial.Authority))),
        ["Polling:MinInterval"] = "1s",
        ["Polling:MaxInterval"] = "2s",
        ["Alerts:Channels:hook:Kind"] = "webhook",
        ["Alerts:Channels:hook:Url"] = Receiver.Url,
        ["Alerts:Channels:hook:Secret"] = Receiver.Secret,
        [$"Alerts:Rules:{Hashtag}:Threshold:People"] = "20",
        [$"Alerts:Rules:{Hashtag}:Threshold:Within"] = "10m",
    };

    public static async Task<Scene> OpenAsync(WorkerStore store, FediverseScript script) =>
        new(store, await ScriptedFediverse.StartAsync(script, TimeProvider.System, TestContext.Current.CancellationToken), await WebhookReceiver.StartAsync());

    public WorkerProcess Watch() => WorkerProcess.Start(Settings, "watch", $"#{Hashtag}", "--urls", $"http://127.0.0.1:{_port}");

    /// <summary>One of several workers, with settings of its own beside those of all.</summary>
    public WorkerProcess WatchToo(IReadOnlyDictionary<string, string> further)
    {
        var settings = new Dictionary<string, string>(Settings);
        foreach (var (name, value) in further)
        {
            settings[name] = value;
        }

        return WorkerProcess.Start(settings, "watch", $"#{Hashtag}", "--urls", $"http://127.0.0.1:{FreePort()}");
    }

    public Task<string> AskAsync(params IEnumerable<string> arguments) => WorkerProcess.AskAsync(Settings, arguments);

    public async Task<JsonElement> AskJsonAsync(params IEnumerable<string> arguments) => JsonDocument.Parse(await AskAsync([.. arguments, "--json"])).RootElement;

    /// <summary>The lines of the export.</summary>
    public async Task<IReadOnlyList<JsonElement>> ExportAsync() =>
        [.. (await AskAsync("export", Hashtag, "--format", "ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>Waits until the worker's own status tells as many live posts as the hosts list.</summary>
    public async Task UntilCollectedAsync(WorkerProcess worker, TimeSpan? patience = null)
    {
        var (expected, seen) = (0, 0L);
        await UntilAsync(
            async () => (seen = await PostsAsync()) == (expected = ExpectedPost.Of(Fediverse.Hosts).Count),
            () => $"{seen} of {expected} posts were collected. The worker said:\n{worker.Told}",
            patience);
    }

    public static Task WaitAsync(TimeSpan time) => Task.Delay(time, TimeProvider.System, TestContext.Current.CancellationToken);

    public static async Task UntilAsync(Func<Task<bool>> isReached, Func<string> otherwise, TimeSpan? patience = null)
    {
        var limit = patience ?? Patience;
        for (var watch = Stopwatch.StartNew(); !await isReached(); await WaitAsync(TimeSpan.FromMilliseconds(200)))
        {
            Assert.True(watch.Elapsed < limit, $"Not within {limit.TotalSeconds} s: {otherwise()}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Receiver.DisposeAsync();
        await Fediverse.DisposeAsync();
        await Store.DisposeAsync();
    }

    /// <summary>Live posts by the worker's own status; -1 while it does not answer.</summary>
    public async Task<long> PostsAsync()
    {
        try
        {
            var status = await _client.GetStringAsync(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}/api/v1/status"), TestContext.Current.CancellationToken);
            return JsonDocument.Parse(status).RootElement.GetProperty("store").GetProperty("posts").GetInt64();
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !TestContext.Current.CancellationToken.IsCancellationRequested))
        {
            return -1; // not there yet, or its store does not answer
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
