using Listening.Alerts;
using Listening.Storage.Elasticsearch;
using Listening.Storage.Sqlite;
using Listening.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Listening.Storage;

/// <summary>The choice of the store.</summary>
public static class StorageServiceCollectionExtensions
{
    /// <summary>
    /// Registers the store that the configuration asks for, behind <see cref="IStore"/>, <see cref="IPostStore"/>, <see cref="ITrackingStore"/>,
    /// <see cref="ICoverageLog"/>, <see cref="IAuthorMarks"/>, <see cref="IMissedPosts"/>, <see cref="IDeadLetters"/>, <see cref="IUnfinishedImports"/> and <see cref="IAlertLog"/>; one that
    /// several workers may share also behind <see cref="ILaneLeases"/>. Nothing is opened before <see cref="IStore.PrepareAsync"/>.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection("Storage"));
        return UsesElasticsearch(configuration) ? services.AddElasticsearch(configuration) : services.AddSqlite();
    }

    /// <summary>Whether <see cref="AddStorage"/> chooses Elasticsearch: an address of it is set.</summary>
    public static bool UsesElasticsearch(IConfiguration configuration) => ElasticsearchServiceCollectionExtensions.IsWanted(configuration);

    private static IServiceCollection AddSqlite(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(provider => new SqliteDatabase(provider.GetRequiredService<IOptions<StorageOptions>>().Value.File))
            .AddSingleton<IStore, SqliteStore>()
            .AddSingleton<SqlitePostStore>()
            .AddSingleton<IPostStore>(provider => new KeptPosts(
                provider.GetRequiredService<SqlitePostStore>(), provider.GetRequiredService<IOptions<RetentionOptions>>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<ITrackingStore, SqliteTrackingStore>()
            .AddSingleton<ICoverageLog, SqliteCoverageLog>()
            .AddSingleton<IAuthorMarks, SqliteAuthorMarks>()
            .AddSingleton<IMissedPosts, SqliteMissedPosts>()
            .AddSingleton<IDeadLetters, SqliteDeadLetters>()
            .AddSingleton<IUnfinishedImports, SqliteUnfinishedImports>()
            .AddSingleton<IAlertLog, SqliteAlertLog>();
    }
}
