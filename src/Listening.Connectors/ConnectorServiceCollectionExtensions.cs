using Listening.Connectors.Channels;
using Listening.Connectors.Http;
using Listening.Connectors.Platforms;
using Listening.Connectors.Platforms.Mastodon;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Listening.Connectors;

/// <summary>The one list of what exists: a platform is one line here, a channel one in <see cref="AlertChannelServiceCollectionExtensions"/>.</summary>
public static class ConnectorServiceCollectionExtensions
{
    private static readonly IReadOnlyDictionary<string, (Type Options, Action<IServiceCollection, PlatformSection> Add)> Platforms =
        new Dictionary<string, (Type, Action<IServiceCollection, PlatformSection>)>(StringComparer.OrdinalIgnoreCase)
        {
            ["Mastodon"] = (typeof(MastodonOptions), MastodonRegistration.Add),
        };

    /// <summary>Names of the platforms that exist, as in <c>Platforms:&lt;Name&gt;</c>.</summary>
    public static IReadOnlyCollection<string> PlatformNames => [.. Platforms.Keys];

    /// <summary>The sections of the settings that belong here, each with the class whose properties are its keys.</summary>
    public static IReadOnlyList<(string Section, Type Options)> Settings =>
    [
        ("Http", typeof(HttpOptions)),
        ("Platforms", typeof(PlatformsOptions)),
        .. Platforms.Select(platform => ($"Platforms:{platform.Key}", platform.Value.Options)),
    ];

    /// <summary>
    /// Adds an <see cref="Polling.IPayloadInspector"/> for each platform and an <see cref="Polling.IPostSource"/> for each that
    /// <c>Platforms:Only</c> and <c>Platforms:&lt;Name&gt;:Enabled</c> leave on, and the kinds of alert channels. Wrong settings are a sentence at start.
    /// </summary>
    public static IServiceCollection AddConnectors(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPlatformHttp(configuration);
        services.AddOptions<PlatformsOptions>()
            .Configure(options => options.Only = configuration.GetSection("Platforms").List(nameof(options.Only)))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<PlatformsOptions>>(new PlatformsOptionsValidator(PlatformNames));
        foreach (var (name, platform) in Platforms)
        {
            platform.Add(services, new PlatformSection(configuration, name));
        }

        return services.AddAlertChannels();
    }
}
