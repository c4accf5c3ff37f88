using Listening.Alerts;
using Listening.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Listening.Storage.Elasticsearch;

/// <summary>Keeps everything in Elasticsearch.</summary>
internal static class ElasticsearchServiceCollectionExtensions
{
    /// <summary>Whether an address is set: that decides between the two stores.</summary>
    public static bool IsWanted(IConfiguration configuration) => Addresses(configuration).Count > 0;

    public static IServiceCollection AddElasticsearch(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ElasticsearchOptions>()
            .Bind(configuration.GetSection(ElasticsearchOptions.Section))
            .Configure(options => options.Urls = Addresses(configuration))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ElasticsearchOptions>, ElasticsearchOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ElasticsearchServices>();
        services.AddSingleton<IStore>(provider => provider.GetRequiredService<ElasticsearchServices>().Store);
        services.AddSingleton<IPostStore>(provider => new KeptPosts(
            provider.GetRequiredService<ElasticsearchServices>().Posts, provider.GetRequiredService<IOptions<RetentionOptions>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ITrackingStore>(provider => provider.GetRequiredService<ElasticsearchServices>().Tracking);
        services.AddSingleton<ILaneLeases>(provider => provider.GetRequiredService<ElasticsearchServices>().Lanes);
        services.AddSingleton<ICoverageLog>(provider => provider.GetRequiredService<ElasticsearchServices>().Coverage);
        services.AddSingleton<IAuthorMarks>(provider => provider.GetRequiredService<ElasticsearchServices>().Authors);
        services.AddSingleton<IMissedPosts>(provider => provider.GetRequiredService<ElasticsearchServices>().Missed);
        services.AddSingleton<IDeadLetters>(provider => provider.GetRequiredService<ElasticsearchServices>().DeadLetters);
        services.AddSingleton<IUnfinishedImports>(provider => provider.GetRequiredService<ElasticsearchServices>().Imports);
        services.AddSingleton<IAlertLog>(provider => provider.GetRequiredService<ElasticsearchServices>().Alerts);
        return services;
    }

    private static IList<string> Addresses(IConfiguration configuration) =>
        configuration.GetSection(ElasticsearchOptions.Section).List(nameof(ElasticsearchOptions.Urls));
}
