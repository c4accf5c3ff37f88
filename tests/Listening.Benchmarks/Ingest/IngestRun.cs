using System.Diagnostics;
using Listening.Connectors;
using Listening.Polling;
using Listening.Posts;
using Listening.Storage;
using Listening.Stores;
using Listening.Tracking;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Listening.Benchmarks.Ingest;

/// <summary>The product's own way of pages into a new file.</summary>
internal static class IngestRun
{
    public static async Task<IngestResult> RunAsync(string folder, IReadOnlyList<byte[]> pages, CancellationToken ct)
    {
        using var server = new PageServer(pages);
        await using var services = Services(folder, server);
        var time = services.GetRequiredService<TimeProvider>();
        await services.GetRequiredService<IStore>().PrepareAsync(ct);
        var source = services.GetServices<IPostSource>().Single(source => source.Platform == "mastodon");
        var matcher = new Matcher([TrackedHashtag.Create(Hashtag.Parse(RecordedPages.Hashtag), time.GetUtcNow())]);
        var target = new PollTarget(source.Platform, RecordedPages.Host, RecordedPages.Hashtag);
        var keeper = services.GetRequiredService<PageKeeper>();
        var (reading, stored) = (new Stopwatch(), 0L);
        string? newest = null;
        var watch = Stopwatch.StartNew();
        foreach (var _ in pages)
        {
            reading.Start();
            var page = await source.ForwardAsync(target, newest, ct);
            reading.Stop();
            stored += (await keeper.KeepAsync(page, source, matcher, ct)).Outcome.Stored;
            newest = page.Newest;
        }

        watch.Stop();
        return new IngestResult(stored, watch.Elapsed, reading.Elapsed);
    }

    private static ServiceProvider Services(string folder, PageServer server)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Directory"] = folder, ["Platforms:Mastodon:Hosts:0"] = RecordedPages.Host })
            .Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddListening(configuration)
            .AddStorage(configuration)
            .AddConnectors(configuration)
            .AddSingleton<IHttpClientFactory>(server)
            .BuildServiceProvider();
    }
}
