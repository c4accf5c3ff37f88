using Listening.Alerts;
using Listening.Polling;
using Listening.Posts;
using Listening.Storage;
using Listening.Stores;
using Listening.Tracking;
using Listening.Worker.Answers;
using Listening.Worker.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Listening.Tests.Support;

/// <summary>The API and the page over a real embedded store, with a manual clock. Whoever starts it says how it listens.</summary>
internal sealed class ServedWeb : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("listening-test-");

    private ServedWeb(Action<IWebHostBuilder> listen, Action<IServiceCollection>? substitute, bool dashboard, bool demo)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(ListeningWeb).Assembly.GetName().Name });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Directory"] = _folder.FullName });
        listen(builder.WebHost);
        builder.Services
            .AddLogging(logging => logging.AddFakeLogging())
            .AddRouting()
            .AddSingleton<TimeProvider>(Time)
            .AddListening(builder.Configuration)
            .AddStorage(builder.Configuration)
            .AddSingleton<IPostSource>(new StillSource("one.example", "two.example"))
            .AddAnswers(demo)
            .AddListeningWeb(builder.Configuration);
        substitute?.Invoke(builder.Services);
        App = builder.Build();
        App.MapListeningWeb(dashboard);
    }

    public WebApplication App { get; }

    public FakeTimeProvider Time { get; } = new(Now);

    public FakeLogCollector Log => App.Services.GetFakeLogCollector();

    public IPostStore Posts => App.Services.GetRequiredService<IPostStore>();

    public ITrackingStore Tracking => App.Services.GetRequiredService<ITrackingStore>();

    public IAlertLog Alerts => App.Services.GetRequiredService<IAlertLog>();

    public static async Task<ServedWeb> StartAsync(
        Action<IWebHostBuilder> listen, Action<IServiceCollection>? substitute = null, bool dashboard = true, bool demo = false)
    {
        var web = new ServedWeb(listen, substitute, dashboard, demo);
        if (web.App.Services.GetRequiredService<IStore>() is not StoreThatIsDown)
        {
            await web.App.Services.GetRequiredService<IStore>().PrepareAsync(CancellationToken.None);
        }

        await web.App.StartAsync();
        return web;
    }

    public Task FollowAsync(string hashtag = "EventProfs", string zone = "UTC") =>
        Tracking.AddHashtagAsync(TrackedHashtag.Create(Hashtag.Parse(hashtag), Now.AddDays(-1), zone), CancellationToken.None);

    /// <summary>What a worker would have observed of the hashtag at the host, between two times that lie this far back.</summary>
    public Task ObserveAsync(string host, TimeSpan from, TimeSpan to, string hashtag = "eventprofs") => App.Services.GetRequiredService<ICoverageLog>()
        .RecordAsync(new PollTarget("mastodon", host, hashtag), Now - from, Now - to, CancellationToken.None);

    public Task StoreAsync(params IReadOnlyList<Post> posts) => Posts.UpsertAsync(posts, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
