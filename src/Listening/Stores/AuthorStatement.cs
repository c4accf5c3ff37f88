using System.Security.Cryptography;
using System.Text;

namespace Listening.Stores;

/// <summary>What one host says of an author's wishes.</summary>
/// <param name="Author">Mark of the author (<see cref="MarkOf"/>): whoever opted out is remembered without being named.</param>
/// <param name="Host">The host that says it.</param>
/// <param name="IsHome">Whether that host is the author's own.</param>
/// <param name="OptedOut">An opt-out word stands in the profile there.</param>
/// <param name="Discoverable">Consent to discovery; null when the host does not say.</param>
public sealed record AuthorStatement(string Author, string Host, bool IsHome, bool OptedOut, bool? Discoverable)
{
    /// <summary>The SHA-256 of an author's key in lower-case hex.</summary>
    public static string MarkOf(string authorKey) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(authorKey)));
}
