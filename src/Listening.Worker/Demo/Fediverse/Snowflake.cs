using System.Security.Cryptography;
using System.Text;

namespace Listening.Worker.Demo.Fediverse;

/// <summary>Mastodon's ids: milliseconds since 1970 in the upper 48 bits, something arbitrary in the lower 16.</summary>
internal static class Snowflake
{
    public static long At(DateTimeOffset time, string what) => (time.ToUnixTimeMilliseconds() << 16) | (long)Digest(what, 0xFFFF);

    /// <summary>A post that a host fetched: the author's second and a millisecond of chance.</summary>
    public static long Fetched(DateTimeOffset createdAt, string what) =>
        At(DateTimeOffset.FromUnixTimeSeconds(createdAt.ToUnixTimeSeconds()).AddMilliseconds(Digest($"ms {what}", ulong.MaxValue) % 1000), what);

    private static ulong Digest(string what, ulong mask) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(what))) & mask;
}
