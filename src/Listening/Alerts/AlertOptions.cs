namespace Listening.Alerts;

/// <summary>Settings <c>Alerts:*</c>.</summary>
public sealed class AlertOptions
{
    /// <summary>Channels by a name of the operator's choice; none configured: one channel <c>log</c>.</summary>
    public Dictionary<string, AlertChannelOptions> Channels { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Rules by hashtag, with or without #; <c>*</c> for every followed hashtag that has no rule of its own. Default: none.</summary>
    public Dictionary<string, AlertRuleOptions> Rules { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The rules of a folded hashtag; null when it has none.</summary>
    public AlertRuleOptions? RuleOf(string hashtag) =>
        Rules.FirstOrDefault(rule => Posts.Hashtag.TryParse(rule.Key, out var key) && key.Folded == hashtag).Value
        ?? Rules.GetValueOrDefault("*");
}
