using Listening.Alerts;
using Listening.Polling;
using Listening.Posts;
using Listening.Storage;
using Listening.Stores;
using Listening.Tracking;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Listening.Tests.Support;

/// <summary>The engine on a real embedded store in a folder of its own, a scripted source, a manual clock and channels of the test.</summary>
internal sealed class Engine : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("listening-test-").FullName;
    private readonly ServiceProvider _services;

    private Engine(Dictionary<string, string?> settings, IAlertChannelKind? channels)
    {
        Source = new ScriptedSource(Time);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Directory"] = _folder, ["Polling:MinInterval"] = "00:01:00" })
            .AddInMemoryCollection(settings)
            .Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.AddFakeLogging().SetMinimumLevel(LogLevel.Debug))
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IPostSource>(Source)
            .AddSingleton(channels ?? new RecordingChannels())
            .AddListening(configuration)
            .AddStorage(configuration);
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    public ScriptedSource Source { get; }

    public IPostStore Posts => _services.GetRequiredService<IPostStore>();

    public ITrackingStore Tracking => _services.GetRequiredService<ITrackingStore>();

    public IAuthorMarks Authors => _services.GetRequiredService<IAuthorMarks>();

    public IMissedPosts Missed => _services.GetRequiredService<IMissedPosts>();

    public IAlertLog Alerts => _services.GetRequiredService<IAlertLog>();

    public FakeLogCollector Log => _services.GetFakeLogCollector();

    public static async Task<Engine> StartAsync(Dictionary<string, string?>? settings = null, IAlertChannelKind? channels = null)
    {
        var engine = new Engine(settings ?? [], channels);
        await engine._services.GetRequiredService<IStore>().PrepareAsync(CancellationToken.None);
        await engine.Tracking.AddHashtagAsync(TrackedHashtag.Create(Hashtag.Parse("eventprofs"), engine.Time.GetUtcNow()), CancellationToken.None);
        return engine;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>One tick and the end of the polls that it started.</summary>
    public async Task TickAsync()
    {
        await Get<PollRound>().TickAsync(CancellationToken.None);
        await Get<PollRound>().DrainAsync(CancellationToken.None);
    }

    /// <summary>Lets the time pass, a tick each minute.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        for (var end = Time.GetUtcNow() + time; Time.GetUtcNow() < end;)
        {
            Time.Advance(TimeSpan.FromMinutes(1));
            await TickAsync();
        }
    }

    public async Task<IReadOnlyList<Post>> StoredAsync()
    {
        List<Post> stored = [];
        await foreach (var post in Posts.ReadAsync("eventprofs", null, null, tombstones: true, CancellationToken.None))
        {
            stored.Add(post);
        }

        return stored;
    }

    public async Task<PollState> StateAsync() => (await Tracking.PollStatesAsync(null, CancellationToken.None)).Single();

    public async Task<SourceHealth> HealthAsync() => (await Tracking.HealthAsync(CancellationToken.None)).Single();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
