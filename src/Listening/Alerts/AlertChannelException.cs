namespace Listening.Alerts;

/// <summary>A channel did not take an alert. The message is one sentence for people and holds no secret.</summary>
public sealed class AlertChannelException(string message, Exception? inner = null) : Exception(message, inner);
