namespace Listening.Alerts;

/// <summary>What decided an alert.</summary>
public enum AlertRuleKind
{
    Threshold,
}
