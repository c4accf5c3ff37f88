using Listening.Alerts;
using Listening.Polling;
using Listening.Posts;

namespace Listening.Worker.Configuration;

/// <summary>Every section of the settings and the class that it fills.</summary>
internal static class SettingsCatalog
{
    public static IReadOnlyList<SettingsSection> Sections { get; } =
    [
        new("Polling", typeof(PollingOptions)),
        new("Consent", typeof(ConsentOptions)),
        new("Alerts", typeof(AlertOptions)),
        new("Api", typeof(ApiOptions)),
    ];
}
