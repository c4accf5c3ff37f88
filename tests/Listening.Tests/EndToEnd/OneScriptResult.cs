using System.Text.Json;

namespace Listening.Tests.EndToEnd;

/// <summary>What came of one run.</summary>
internal sealed record OneScriptResult(
    IReadOnlyList<ExpectedPost> Expected,
    int WebhooksBeforeTheBurst,
    IReadOnlyList<JsonElement> Export,
    JsonElement Contributors,
    JsonElement VolumeInUtc,
    JsonElement VolumeInNewYork,
    JsonElement Alerts,
    IReadOnlyList<WebhookDelivery> Webhooks,
    byte[] Key,
    DateTimeOffset At,
    int Exit,
    string Told);
