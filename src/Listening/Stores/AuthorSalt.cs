using System.Security.Cryptography;
using System.Text;

namespace Listening.Stores;

/// <summary>The salt under which a store remembers whom it forgot.</summary>
public static class AuthorSalt
{
    /// <summary>32 random bytes in lower-case hex.</summary>
    public static string Create() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>The HMAC-SHA256 of an author's key in lower-case hex.</summary>
    public static string Mark(string salt, string authorKey) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromHexString(salt), Encoding.UTF8.GetBytes(authorKey)));
}
