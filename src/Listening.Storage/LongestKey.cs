using System.Text;

namespace Listening.Storage;

/// <summary>What an index of Elasticsearch can hold of a key. The embedded store takes no more, so that a post fits both stores or neither.</summary>
internal static class LongestKey
{
    /// <summary>Of a key in UTF-8.</summary>
    public const int Bytes = 32_766;

    private const int MostBytesOfAUnit = 3;

    public static bool IsExceededBy(string key) => key.Length > Bytes / MostBytesOfAUnit && Encoding.UTF8.GetByteCount(key) > Bytes;
}
