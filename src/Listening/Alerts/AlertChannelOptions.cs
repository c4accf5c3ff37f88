namespace Listening.Alerts;

/// <summary>Settings <c>Alerts:Channels:&lt;name&gt;:*</c>.</summary>
public sealed class AlertChannelOptions
{
    /// <summary><c>log</c> or <c>webhook</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Where a webhook is posted to; http or https.</summary>
    public string? Url { get; set; }

    /// <summary>The webhook's signing secret, <c>whsec_</c> and base64 (Standard Webhooks).</summary>
    public string? Secret { get; set; }

    /// <summary>A file that holds the secret; wins where both are given.</summary>
    public string? SecretFile { get; set; }
}
