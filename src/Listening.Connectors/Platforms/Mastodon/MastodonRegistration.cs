using Listening.Connectors.Http;
using Listening.Polling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Listening.Connectors.Platforms.Mastodon;

internal static class MastodonRegistration
{
    /// <summary>The inspector always, the source where it is wanted.</summary>
    public static void Add(IServiceCollection services, PlatformSection platform)
    {
        services.AddSingleton<IPayloadInspector, MastodonInspector>();
        services.AddOptions<MastodonOptions>()
            .Bind(platform.Settings)
            .Configure(options => (options.Hosts, options.Tokens) = (platform.Settings.List(nameof(options.Hosts)), platform.Settings.List(nameof(options.Tokens))))
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MastodonOptions>, MastodonOptionsValidator>());
        if (platform.IsWanted)
        {
            services.AddPlatformHttpClient(MastodonNames.Platform);
            services.AddSingleton<MastodonTokens>();
            services.AddSingleton<MastodonApi>();
            services.AddSingleton<MastodonInstances>();
            services.AddSingleton<MastodonTimelines>();
            services.AddSingleton<MastodonStatuses>();
            services.AddSingleton<IPostSource, MastodonSource>();
            services.AddSingleton<IHostCheck, MastodonHostCheck>();
            services.AddSingleton<IHashtagProbe, MastodonProbe>();
        }
    }
}
