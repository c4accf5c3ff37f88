using System.Security.Cryptography;
using System.Text;

namespace Listening.Tests.EndToEnd;

/// <summary>What a webhook receiver got, and what it answered.</summary>
internal sealed record WebhookDelivery(string Id, string Timestamp, string Signature, string Body, int Status)
{
    /// <summary>Standard Webhooks: any of the signatures, each <c>v1,</c> and base64 of HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
    public bool IsSignedWith(byte[] key)
    {
        var signed = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{Id}.{Timestamp}.{Body}"));
        return Signature.Split(' ').Any(signature => signature.StartsWith("v1,", StringComparison.Ordinal) && Convert.FromBase64String(signature[3..]).SequenceEqual(signed));
    }
}
