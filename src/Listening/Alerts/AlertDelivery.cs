namespace Listening.Alerts;

/// <summary>A channel, by its configured name, took the alert.</summary>
public sealed record AlertDelivery(string Channel, DateTimeOffset At);
