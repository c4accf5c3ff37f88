using Listening.Alerts;
using Listening.Polling;
using Listening.Posts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
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
            .Validate(polling => polling.Backfill >= TimeSpan.Zero, "Polling:Backfill must not be negative; 0s reads nothing back.");
        services.AddOptions<ConsentOptions>().Bind(configuration.GetSection("Consent")).ValidateOnStart();
        services.AddOptions<AlertOptions>().Bind(configuration.GetSection("Alerts")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AlertOptions>, AlertOptionsValidator>();

        services.AddSingleton<PageKeeper>();
        services.AddSingleton<Poller>();
        services.AddSingleton<PollTargets>();
        services.AddSingleton<PollRound>();

        services.AddSingleton<AlertChannels>();
        services.AddSingleton<ThresholdWatch>();
        services.AddSingleton<IAfterPoll>(provider => provider.GetRequiredService<ThresholdWatch>());
        services.AddSingleton<AlertDispatcher>();
        return services;
    }
}
