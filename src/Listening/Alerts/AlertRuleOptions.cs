namespace Listening.Alerts;

/// <summary>Settings <c>Alerts:Rules:&lt;hashtag&gt;:*</c>.</summary>
public sealed class AlertRuleOptions
{
    /// <summary>Alert when more than so many people post within so long; unset: no such rule.</summary>
    public ThresholdOptions? Threshold { get; set; }

    /// <summary>Names of the channels it goes to; empty (default): all.</summary>
    public List<string> Channels { get; set; } = [];
}
