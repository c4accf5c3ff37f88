using Listening.Alerts;
using Listening.Connectors;
using Listening.Polling;
using Listening.Posts;
using Listening.Storage;
using Listening.Storage.Elasticsearch;
using Listening.Stores;

namespace Listening.Worker.Configuration;

/// <summary>Every section of the settings and the class that it fills.</summary>
internal static class SettingsCatalog
{
    public static IReadOnlyList<SettingsSection> Sections { get; } =
    [
        new("Storage", typeof(StorageOptions)),
        new(ElasticsearchOptions.Section, typeof(ElasticsearchOptions)),
        new("Polling", typeof(PollingOptions)),
        new("Consent", typeof(ConsentOptions)),
        new("Retention", typeof(RetentionOptions)),
        new("Alerts", typeof(AlertOptions)),
        new("Api", typeof(ApiOptions)),
        .. ConnectorServiceCollectionExtensions.Settings.Select(part => new SettingsSection(part.Section, part.Options)),
    ];
}
