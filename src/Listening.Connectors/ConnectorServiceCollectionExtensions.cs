using Listening.Connectors.Configuration;
using Listening.Connectors.Http;
using Listening.Connectors.Platforms;
using Listening.Connectors.Platforms.Mastodon;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Listening.Connectors;

/// <summary>The one list of what exists: a platform or a channel is one line here.</summary>
public static class ConnectorServiceCollectionExtensions
{
    private static readonly IReadOnlyDictionary<string, Action<IServiceCollection, PlatformSection>> Platforms =
        new Dictionary<string, Action<IServiceCollection, PlatformSection>>(StringComparer.OrdinalIgnoreCase)
        {
            ["Mastodon"] = MastodonRegistration.Add,
        };

    /// <summary>Names of the platforms that exist, as in <c>Platforms:&lt;Name&gt;</c>.</summary>
    public static IReadOnlyCollection<string> PlatformNames => [.. Platforms.Keys];

    /// <summary>
    /// Adds an <see cref="Polling.IPayloadInspector"/> for each platform and an <see cref="Polling.IPostSource"/> for each that
    /// <c>Platforms:Only</c> and <c>Platforms:&lt;Name&gt;:Enabled</c> leave on. Wrong settings are a sentence at start.
    /// </summary>
    public static IServiceCollection AddConnectors(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPlatformHttp(configuration);
        services.AddOptions<PlatformsOptions>()
            .Configure(options => options.Only = configuration.GetSection("Platforms").List(nameof(options.Only)))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<PlatformsOptions>>(new PlatformsOptionsValidator(PlatformNames));
        foreach (var (name, add) in Platforms)
        {
            add(services, new PlatformSection(configuration, name));
        }

        return services;
    }
}
