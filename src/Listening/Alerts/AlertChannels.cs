using Microsoft.Extensions.Options;

namespace Listening.Alerts;

/// <summary>The configured channels; a channel <c>log</c> where none is.</summary>
public sealed class AlertChannels(IEnumerable<IAlertChannelKind> kinds, IOptions<AlertOptions> options)
{
    /// <summary>The channel that is there when nobody configured one.</summary>
    public const string DefaultName = "log";

    private readonly Lazy<IReadOnlyList<IAlertChannel>> _all = new(() => Create(kinds, options.Value));

    public IReadOnlyList<IAlertChannel> All => _all.Value;

    /// <summary>The names of the channels that a rule's alerts go to.</summary>
    public IReadOnlyList<string> NamesFor(AlertRuleOptions rule) =>
        rule.Channels.Count > 0 ? rule.Channels : [.. All.Select(channel => channel.Name)];

    private static IReadOnlyList<IAlertChannel> Create(IEnumerable<IAlertChannelKind> kinds, AlertOptions options)
    {
        var byName = kinds.ToDictionary(kind => kind.Kind, StringComparer.OrdinalIgnoreCase);
        return options.Channels.Count == 0
            ? [byName[DefaultName].Create(DefaultName, new AlertChannelOptions { Kind = DefaultName })]
            : [.. options.Channels.Select(channel => byName[channel.Value.Kind].Create(channel.Key, channel.Value))];
    }
}
