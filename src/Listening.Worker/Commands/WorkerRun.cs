using System.CommandLine;
using System.Net.Sockets;
using Listening.Polling;
using Listening.Posts;
using Listening.Stores;
using Listening.Tracking;
using Listening.Worker.Answers;
using Listening.Worker.Configuration;
using Listening.Worker.Demo;
using Listening.Worker.Jobs;
using Microsoft.Extensions.Options;
using Quartz;
using Serilog;
using Serilog.Events;

namespace Listening.Worker.Commands;

/// <summary>The life of a worker: check, take the folder, prepare the store, serve, follow, tick, and end in time.</summary>
internal sealed partial class WorkerRun(CommandShell shell, ParseResult result, RunOptions options)
{
    /// <summary>A worker that is told to stop is gone within 10 s.</summary>
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan StoreRetry = TimeSpan.FromSeconds(5);

    public async Task<int> RunAsync(IReadOnlyList<Hashtag> hashtags, CancellationToken ct)
    {
        Icu.Require();
        await using var demo = result.GetValue(shell.Global.Demo) ? await DemoFediverse.StartAsync(TimeProvider.System, ct) : null;
        var settings = Settings(demo);
        var addresses = ListenAddresses.Of(settings.Configuration);
        using var held = settings.UsesElasticsearch ? null : FolderLock.Take(settings.Folder);
        if (demo is not null)
        {
            DemoSettings.Leave(settings, demo.Hosts);
        }

        using var log = shell.Log(result, settings, LogEventLevel.Information);
        await using var app = Program.BuildWeb(settings, dashboard: !result.GetValue(options.NoDashboard), builder => Configure(builder, addresses, log));
        app.Services.GetService<IStartupValidator>()?.Validate();
        try
        {
            await RunAsync(app, addresses, demo is null ? hashtags : [Hashtag.Parse(DemoFediverse.Hashtag), .. hashtags], ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            shell.Terminal.Progress.Clear();
            Stopped(Logger(app), demo is null ? "the next start goes on where this one was" : "the next start of the demo begins anew");
        }

        return CommandRoot.Done;
    }

    private static async Task RunAsync(WebApplication app, IReadOnlyList<Uri> addresses, IReadOnlyList<Hashtag> hashtags, CancellationToken ct)
    {
        var isReady = await TryPrepareAsync(app, mayWait: app.Services.GetRequiredService<IStore>().Kind == "elasticsearch", ct);
        await StartServingAsync(app, addresses, ct);
        IScheduler? scheduler = null;
        try
        {
            while (!isReady)
            {
                await Task.Delay(StoreRetry, Time(app), ct);
                isReady = await TryPrepareAsync(app, mayWait: true, ct);
            }

            await ForgetEarlierDemoAsync(app, ct);
            await FollowAsync(app, hashtags, ct);
            await SayWhatIsFollowedAsync(app, ct);
            app.Services.GetRequiredService<QuietHashtags>().LookAt(hashtags);
            scheduler = await Schedule.StartAsync(app.Services, ct);
            await Task.Delay(Timeout.InfiniteTimeSpan, Time(app), ct);
        }
        finally
        {
            await StopAsync(app, scheduler);
        }
    }

    private Settings Settings(DemoFediverse? demo)
    {
        var further = demo is null ? new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) : DemoSettings.For(demo.Hosts);
        if (result.GetValue(options.Urls) is { } urls)
        {
            further["Api:Urls"] = urls;
        }

        return shell.Global.Settings(result, further);
    }

    private void Configure(WebApplicationBuilder builder, IReadOnlyList<Uri> addresses, Serilog.ILogger log)
    {
        builder.WebHost.UseUrls([.. addresses.Select(address => address.GetLeftPart(UriPartial.Authority))]);
        builder.Services.AddSerilog(log);
        builder.Services.AddSingleton<IHostLifetime, CommandLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = DrainTimeout);
        shell.Substitute?.Invoke(builder.Services);
    }

    private static async Task<bool> TryPrepareAsync(WebApplication app, bool mayWait, CancellationToken ct)
    {
        try
        {
            await app.Services.GetRequiredService<IStore>().PrepareAsync(ct);
            return true;
        }
        catch (StoreUnavailableException e) when (mayWait)
        {
            WaitingForStore(Logger(app), e.Message);
            return false;
        }
    }

    private static async Task StartServingAsync(WebApplication app, IReadOnlyList<Uri> addresses, CancellationToken ct)
    {
        try
        {
            await app.StartAsync(ct);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            var isTaken = e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException;
            throw new CommandFailedException(
                $"{string.Join(", ", addresses.Select(address => address.Authority))} {(isTaken ? "is taken by another program" : "cannot be served")}; stop that, or choose another address with --urls http://127.0.0.1:5081.", e);
        }

        Serving(Logger(app), string.Join(", ", app.Urls));
    }

    // The demo's past is written anew at each start, so an earlier one would only be in its way.
    private static async Task ForgetEarlierDemoAsync(WebApplication app, CancellationToken ct)
    {
        if (app.Services.GetRequiredService<DemoMode>().IsOn)
        {
            await app.Services.GetRequiredService<FollowedHashtags>().RemoveAsync(Hashtag.Parse(DemoFediverse.Hashtag), erase: true, ct);
        }
    }

    private static async Task FollowAsync(WebApplication app, IReadOnlyList<Hashtag> hashtags, CancellationToken ct)
    {
        var followed = app.Services.GetRequiredService<FollowedHashtags>();
        foreach (var hashtag in hashtags)
        {
            await followed.FollowAsync(hashtag, zone: null, with: null, ct);
            await followed.SetStateAsync(hashtag, HashtagState.Active, ct);
        }
    }

    private static async Task SayWhatIsFollowedAsync(WebApplication app, CancellationToken ct)
    {
        var backfill = app.Services.GetRequiredService<IOptions<PollingOptions>>().Value.Backfill;
        var active = (await app.Services.GetRequiredService<StatusQuestion>().HashtagsAsync(ct)).Where(hashtag => hashtag.State == HashtagState.Active).ToList();
        foreach (var hashtag in active)
        {
            Following(Logger(app), hashtag.Display, string.Join(", ", hashtag.Sources.Select(source => source.Host).DefaultIfEmpty("no host")), hashtag.AddedAt - backfill);
        }

        if (active.Count == 0)
        {
            NothingFollowed(Logger(app));
        }
    }

    private static async Task StopAsync(WebApplication app, IScheduler? scheduler)
    {
        using var limit = new CancellationTokenSource(DrainTimeout, Time(app));
        try
        {
            app.Lifetime.StopApplication();
            await (scheduler?.Shutdown(waitForJobsToComplete: true, limit.Token).AsTask() ?? Task.CompletedTask).WaitAsync(limit.Token);
            await app.Services.GetRequiredService<PollRound>().DrainAsync(limit.Token);
            await (scheduler is null ? Task.CompletedTask : ReleaseAsync(app.Services.GetRequiredService<LaneHolder>(), limit.Token));
            await app.StopAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // What has not ended by now is read again after the next start.
        }
    }

    private static async Task ReleaseAsync(LaneHolder lanes, CancellationToken ct)
    {
        try
        {
            await lanes.EndAsync(ct);
        }
        catch (StoreUnavailableException)
        {
            // Our leases lapse by themselves.
        }
    }

    private static TimeProvider Time(WebApplication app) => app.Services.GetRequiredService<TimeProvider>();

    private static Microsoft.Extensions.Logging.ILogger Logger(WebApplication app) => app.Services.GetRequiredService<ILogger<WorkerRun>>();
}
