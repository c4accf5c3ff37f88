using System.Globalization;
using System.Text.Json;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>The hosts of a federation on real ports, a store, and workers that read the one into the other.</summary>
internal sealed class FederationStage : IAsyncDisposable
{
    public static readonly TimeSpan MinInterval = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan MaxInterval = TimeSpan.FromSeconds(2);

    private static readonly string[] Questions = ["doors", "raume tone", "revised", "hashtag", "above", "confidential"];

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly WorkerStore _store;
    private readonly int _port = Scene.FreePort();

    private FederationStage(WorkerStore store, FederationScript script, ScriptedFediverse fediverse) => (_store, Script, Fediverse) = (store, script, fediverse);

    public FederationScript Script { get; }

    public ScriptedFediverse Fediverse { get; }

    // Whoever wants to see the judge find something switches off what keeps the worker right, e.g. 'Polling:SweepInterval=100d;Consent:OptOutWords=ignore'.
    private static readonly IReadOnlyList<string[]> Overrides =
        [.. (Environment.GetEnvironmentVariable("LISTENING_TEST_SETTINGS") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(setting => setting.Split('=', 2))];

    private IReadOnlyDictionary<string, string> Settings
    {
        get
        {
            var settings = Usual();
            Overrides.ToList().ForEach(setting => settings[setting[0]] = setting[1]);
            return settings;
        }
    }

    private Dictionary<string, string> Usual() => new(_store.Settings)
    {
        ["Platforms:Mastodon:Hosts"] = string.Join(',', Script.Hosts.Where(host => host.IsConfigured).Select(host => Fediverse[host.Name].BaseAddress.GetLeftPart(UriPartial.Authority))),
        ["Platforms:Mastodon:Tokens"] = string.Join(',', Script.Hosts.Where(host => host.Token is not null).Select(host => $"{Fediverse[host.Name].BaseAddress.Authority}={host.Token}")),
        ["Polling:MinInterval"] = Seconds(MinInterval),
        ["Polling:MaxInterval"] = Seconds(MaxInterval),
        ["Polling:SweepInterval"] = "3s",
        ["Polling:SweepWindow"] = Seconds(FederationScript.SweepWindow),
        ["Polling:RefreshAges"] = "5s",
        ["Polling:ConfirmDeletionAfter"] = Seconds(FederationFaults.LongestOutage),
    };

    public static async Task<FederationStage> OpenAsync(WorkerStore store, int seed)
    {
        var now = TimeProvider.System.GetUtcNow();
        var script = new FederationScript(seed, now);
        var fediverse = await ScriptedFediverse.StartAsync(
            new FediverseScript { Hosts = [.. script.Hosts.Select(host => host.Script)], Posts = script.Past }, TimeProvider.System, TestContext.Current.CancellationToken);
        FederationFaults.WhileThePastIsRead(fediverse, now);
        return new FederationStage(store, script, fediverse);
    }

    public WorkerProcess Watch() => WorkerProcess.Start(Settings, "watch", $"#{FederationScript.Hashtag}", "--urls", $"http://127.0.0.1:{_port}");

    public Task ForgetKilledAsync() => _store.ForgetKilledAsync();

    /// <summary>What has to be there, by the script.</summary>
    public ExpectedStore Expect(IReadOnlyList<ScriptedPost> posts, ExpectedTimes times) =>
        ExpectedStore.Of(Script.Hosts, posts, key => Fediverse.Hosts.Select(host => host.Shelf.ByKey(key)?.Uri).FirstOrDefault(uri => uri is not null), times);

    /// <summary>The live posts that the running worker counts; -1 while it does not answer.</summary>
    public async Task<long> PostsAsync()
    {
        try
        {
            var status = await _client.GetStringAsync(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}/api/v1/status"), TestContext.Current.CancellationToken);
            return JsonDocument.Parse(status).RootElement.GetProperty("store").GetProperty("posts").GetInt64();
        }
        catch (HttpRequestException)
        {
            return -1;
        }
    }

    public async Task<IReadOnlyList<string>> ExportAsync() =>
        (await WorkerProcess.AskAsync(Settings, "export", FederationScript.Hashtag, "--format", "ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Everything that is judged; each question is a command of its own.</summary>
    public async Task<StoreReading> ReadAsync()
    {
        var found = Questions.Select(question => (question, keys: FindAsync(question))).ToList();
        var named = AskJsonAsync("contributors", FederationScript.Hashtag, "--list", "most_active", "--limit", "1000");
        var status = AskJsonAsync("status");
        var coverage = CoverageAsync();
        var export = await ExportAsync();
        var keys = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (question, asked) in found)
        {
            keys[question] = await asked;
        }

        return new StoreReading
        {
            Export = export,
            Found = keys,
            Named = [.. (await named).GetProperty("contributors").EnumerateArray().Select(person => person.GetProperty("author").GetProperty("key").GetString()!)],
            Status = await status,
            Coverage = await coverage,
        };
    }

    /// <summary>Null where the command does not end well.</summary>
    public async Task<JsonElement?> CoverageAsync()
    {
        await using var asked = WorkerProcess.Start(Settings, "coverage", FederationScript.Hashtag, "--json");
        return await asked.ExitAsync() == 0 ? JsonDocument.Parse(asked.Answer).RootElement : null;
    }

    /// <summary>What the logs of the hosts say of their reader.</summary>
    public IReadOnlyList<Difference> JudgeRequests(IReadOnlyList<DateTimeOffset> kills)
    {
        var judge = new RequestJudge(MinInterval, MaxInterval, kills);
        var secrets = Script.Hosts.Select(host => host.Token).OfType<string>().ToList();
        return [.. Script.Hosts.SelectMany(host => judge.Judge(host, Fediverse[host.Name].Requests.All(), secrets))];
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Fediverse.DisposeAsync();
        await _store.DisposeAsync();
    }

    private async Task<IReadOnlyList<string>> FindAsync(string question)
    {
        var keys = new List<string>();
        for (string? after = ""; after is not null;)
        {
            var page = await AskJsonAsync([
                "search", FederationScript.Hashtag, "--text", question, "--from", "2000-01-01", "--to", "2100-01-01", "--limit", "1000", .. after.Length > 0 ? new[] { "--after", after } : [],
            ]);
            keys.AddRange(page.GetProperty("posts").EnumerateArray().Select(post => post.GetProperty("post_key").GetString()!));
            after = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }

        return keys;
    }

    private async Task<JsonElement> AskJsonAsync(params IEnumerable<string> arguments) => JsonDocument.Parse(await WorkerProcess.AskAsync(Settings, [.. arguments, "--json"])).RootElement;

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds}s");
}
