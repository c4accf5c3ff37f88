using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Polly;

namespace Listening.Connectors.Http;

/// <summary>The one way in which platforms are asked over HTTP. From the outside in: sentences, identity, retries, slots of the host, redirects, limits of an attempt, sockets.</summary>
internal static class PlatformHttp
{
    /// <summary>What all clients share.</summary>
    public static IServiceCollection AddPlatformHttp(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<HttpOptions>().Bind(configuration.GetSection("Http")).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HttpOptions>, HttpOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<HostSlots>();
        services.TryAddTransient<FaultsInWordsHandler>();
        services.TryAddTransient<IdentifyingHandler>();
        services.TryAddTransient<HostSlotHandler>();
        services.TryAddTransient<SameOriginRedirectHandler>();
        services.TryAddTransient<AttemptLimitHandler>();
        return services;
    }

    /// <summary>A client of that name, got from <see cref="IHttpClientFactory"/> for each request.</summary>
    public static IServiceCollection AddPlatformHttpClient(this IServiceCollection services, string name)
    {
        var client = services.AddHttpClient(name, http => http.Timeout = Timeout.InfiniteTimeSpan) // AttemptLimitHandler ends what takes too long
            .ConfigurePrimaryHttpMessageHandler(provider => PlatformSockets.Create(provider.GetRequiredService<IOptions<HttpOptions>>().Value))
            .RemoveAllLoggers()
            .AddHttpMessageHandler<FaultsInWordsHandler>()
            .AddHttpMessageHandler<IdentifyingHandler>();
        client.AddResilienceHandler("transient faults", builder => builder
            .ConfigureTelemetry(NullLoggerFactory.Instance) // a fault is logged once, where it is handled
            .AddRetry(TransientFaults.Retry));
        client
            .AddHttpMessageHandler<HostSlotHandler>()
            .AddHttpMessageHandler<SameOriginRedirectHandler>()
            .AddHttpMessageHandler<AttemptLimitHandler>();
        return services;
    }
}
