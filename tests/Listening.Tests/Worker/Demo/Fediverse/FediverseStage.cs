using System.Net;
using System.Text.Json;
using Listening.Worker.Demo.Fediverse;
using Microsoft.Extensions.Time.Testing;

namespace Listening.Tests.Worker.Demo.Fediverse;

/// <summary>A small fediverse of two hosts with a clock that a test moves, and a plain client.</summary>
internal sealed class FediverseStage : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 10, 2, 12, 0, 0, TimeSpan.Zero);

    public static readonly ScriptedAccount Mara = new() { Host = "events.example", Username = "mara", DisplayName = "Mara Lind", Bio = "<p>Event operations.</p>" };

    public static readonly ScriptedAccount Jon = new() { Host = "backstage.example", Username = "jon", DisplayName = "Jon" };

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(10) };

    public FakeTimeProvider Time { get; } = new(Noon);

    public ScriptedFediverse Fediverse { get; private set; } = null!;

    public ScriptedHost Events => Fediverse["events.example"];

    public ScriptedHost Backstage => Fediverse["backstage.example"];

    public static async Task<FediverseStage> OpenAsync(IEnumerable<ScriptedPost> posts, ScriptedLimits? limits = null)
    {
        var stage = new FediverseStage();
        var script = new FediverseScript
        {
            Hosts = [new HostScript("events.example") { Limits = limits ?? new() }, new HostScript("backstage.example") { Limits = limits ?? new() }],
            Posts = [.. posts],
        };
        stage.Fediverse = await ScriptedFediverse.StartAsync(script, stage.Time, CancellationToken.None);
        return stage;
    }

    public static ScriptedPost Post(ScriptedAccount author, DateTimeOffset at, string text = "Doors open #eventprofs") => new() { Author = author, CreatedAt = at, Text = text };

    /// <summary>One a minute before noon, by both people in turn.</summary>
    public static IEnumerable<ScriptedPost> Many(int count) => Enumerable.Range(1, count).Select(i =>
        Post(i % 2 == 0 ? Mara : Jon, Noon.AddMinutes(-i).AddMilliseconds(i % 7), $"Post {i} of many #eventprofs"));

    public Task<HttpResponseMessage> SendAsync(ScriptedHost host, string path) => _client.GetAsync(new Uri(host.BaseAddress, path));

    public async Task<JsonElement> GetAsync(ScriptedHost host, string path)
    {
        using var response = await SendAsync(host, path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    public Task<JsonElement> TimelineAsync(ScriptedHost host, string query = "") => GetAsync(host, $"api/v1/timelines/tag/eventprofs?{query}");

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Fediverse.DisposeAsync();
    }
}
