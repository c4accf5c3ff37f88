using System.Security.Cryptography;
using System.Text;

namespace Listening.Posts;

/// <summary>The global, deterministic identity of a post: the same post read through two hosts has one key.</summary>
public static class PostKey
{
    /// <summary>The key of a post that has a global id (ActivityPub uri, at-uri, canonical URL); compared with case.</summary>
    public static string Global(string id) => id;

    /// <summary>The key of a post that a platform knows by a local id only.</summary>
    public static string Local(string platform, string nativeId) => $"{platform}:{nativeId}";

    /// <summary>
    /// The key in at most <paramref name="maxBytes"/> bytes of UTF-8, for stores that bound their ids:
    /// longer keys become the platform and the SHA-256 of the key in lower-case hex.
    /// </summary>
    public static string Bounded(string platform, string postKey, int maxBytes = 400) => Encoding.UTF8.GetByteCount(postKey) <= maxBytes
        ? postKey
        : $"{platform}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(postKey)))}";
}
