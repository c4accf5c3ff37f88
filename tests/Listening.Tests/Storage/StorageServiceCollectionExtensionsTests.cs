using Listening.Alerts;
using Listening.Storage;
using Listening.Stores;
using Listening.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Listening.Tests.Storage;

public sealed class StorageServiceCollectionExtensionsTests
{
    [Fact]
    public async Task The_embedded_store_is_used_where_nothing_is_configured_and_lies_in_the_chosen_folder()
    {
        using var folder = new TemporaryFolder();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Directory"] = folder.File("data") })
            .Build();
        await using var provider = new ServiceCollection().AddStorage(configuration).BuildServiceProvider();

        await provider.GetRequiredService<IStore>().PrepareAsync(TestContext.Current.CancellationToken);

        Assert.Equal("sqlite", provider.GetRequiredService<IStore>().Kind);
        Assert.True(File.Exists(Path.Combine(folder.File("data"), "listening.db")));
        Assert.NotNull(provider.GetService<IPostStore>());
        Assert.NotNull(provider.GetService<ITrackingStore>());
        Assert.NotNull(provider.GetService<ICoverageLog>());
        Assert.NotNull(provider.GetService<IAuthorMarks>());
        Assert.NotNull(provider.GetService<IAlertLog>());
    }

    [Fact]
    public void The_default_folder_is_the_users_own()
    {
        var directory = new StorageOptions().Directory;

        Assert.True(Path.IsPathFullyQualified(directory));
        Assert.Equal("listening", Path.GetFileName(directory));
    }
}
