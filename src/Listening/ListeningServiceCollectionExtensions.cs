using Listening.Alerts;
using Listening.Polling;
using Listening.Posts;
using Listening.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Listening;

/// <summary>The engine. Stores, sources and channels are registered by the projects that hold them.</summary>
public static class ListeningServiceCollectionExtensions
{
    public static IServiceCollection AddListening(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<PollingOptions>().Bind(configuration.GetSection("Polling")).ValidateOnStart()
            .Validate(polling => polling.MinInterval is null || polling.MinInterval >= TimeSpan.FromSeconds(1), "Polling:MinInterval must be 1s or longer.")
            .Validate(polling => polling.Max >= (polling.MinInterval ?? TimeSpan.Zero), "Polling:MaxInterval must not be shorter than Polling:MinInterval.")
            .Validate(polling => polling.Backfill >= TimeSpan.Zero, "Polling:Backfill must not be negative; 0s reads nothing back.")
            .Validate(polling => polling.SweepInterval > TimeSpan.Zero && polling.SweepWindow > TimeSpan.Zero, "Polling:SweepInterval and Polling:SweepWindow must be longer than nothing, e.g. 1h and 48h.")
            .Validate(polling => polling.RefreshAges.All(age => age > TimeSpan.Zero), "Each of Polling:RefreshAges must be longer than nothing, e.g. 1h,6h,24h.")
            .Validate(polling => polling.ConfirmDeletionAfter >= TimeSpan.Zero, "Polling:ConfirmDeletionAfter must not be negative.")
            .Validate(polling => polling.LeaseTerm >= TimeSpan.FromSeconds(5) && polling.LeaseTerm <= TimeSpan.FromHours(1), "Polling:LeaseTerm must be between 5s and 1h.");
        services.AddOptions<RetentionOptions>().Bind(configuration.GetSection("Retention")).ValidateOnStart()
            .Validate(retention => retention.Posts is null || retention.Posts >= TimeSpan.FromDays(1), "Retention:Posts must be 1d or longer; leave it out to keep posts for ever.");
        services.AddOptions<ConsentOptions>().Bind(configuration.GetSection("Consent")).ValidateOnStart();
        services.AddOptions<AlertOptions>().Bind(configuration.GetSection("Alerts")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AlertOptions>, AlertOptionsValidator>();

        services.AddSingleton<AuthorConsent>();
        services.AddSingleton<PageKeeper>();
        services.AddSingleton<PollSteps>();
        services.AddSingleton<CoverageWriter>();
        services.AddSingleton<DeletionVotes>();
        services.AddSingleton<StoredPosts>();
        services.AddSingleton<Sweeper>();
        services.AddSingleton<Refresher>();
        services.AddSingleton<Upkeep>();
        services.AddSingleton<Poller>();
        services.AddSingleton<LaneHolder>();
        services.AddSingleton<PollTargets>();
        services.AddSingleton<PollRhythm>();
        services.AddSingleton(provider => new PollRound(
            provider.GetServices<IPostSource>(),
            provider.GetRequiredService<IStore>(),
            provider.GetRequiredService<ITrackingStore>(),
            provider.GetRequiredService<PollTargets>(),
            provider.GetRequiredService<Poller>(),
            provider.GetRequiredService<LaneHolder>(),
            provider.GetRequiredService<IOptions<PollingOptions>>(),
            provider.GetRequiredService<IOptions<RetentionOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<PollRound>>()));

        services.AddSingleton<AlertChannels>();
        services.AddSingleton<ThresholdWatch>();
        services.AddSingleton<IAfterPoll>(provider => provider.GetRequiredService<ThresholdWatch>());
        services.AddSingleton<AlertDispatcher>();
        return services;
    }
}
