using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Listening.Connectors.Channels.Webhook;

/// <summary>A signing secret of Standard Webhooks: <c>whsec_</c> and the key in base64. Never printed.</summary>
internal sealed class WebhookSecret
{
    private const string Prefix = "whsec_";

    private readonly byte[] _key;

    private WebhookSecret(byte[] key) => _key = key;

    public static bool TryParse(string text, [NotNullWhen(true)] out WebhookSecret? secret)
    {
        secret = null;
        var encoded = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : null;
        var key = new byte[encoded?.Length ?? 0];
        if (encoded is null || !Convert.TryFromBase64String(encoded, key, out var length) || length == 0)
        {
            return false;
        }

        secret = new WebhookSecret(key[..length]);
        return true;
    }

    /// <summary>The value of <c>webhook-signature</c>: version, comma, base64 of HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
    public string Sign(string id, string timestamp, string body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")));
}
