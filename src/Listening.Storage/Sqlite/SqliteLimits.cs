using System.Text;
using Listening.Posts;

namespace Listening.Storage.Sqlite;

/// <summary>What the file does not take: a key longer than an index of Elasticsearch can hold, so that a post fits both stores or neither.</summary>
internal static class SqliteLimits
{
    /// <summary>Bytes of a key in UTF-8.</summary>
    private const int LongestKey = 32_766;

    private const int MostBytesOfAUnit = 3;

    /// <summary>Why a post does not fit; null when it does.</summary>
    public static string? Refusal(Post post) => Refusal("post_key", post.PostKey)
        ?? Refusal("author.key", post.Author?.Key)
        ?? Refusal("thread_key", post.ThreadKey)
        ?? Refusal("reply_to.post_key", post.ReplyTo?.PostKey);

    private static string? Refusal(string field, string? key) =>
        key is not null && key.Length > LongestKey / MostBytesOfAUnit && Encoding.UTF8.GetByteCount(key) > LongestKey
            ? $"{field} is longer than {LongestKey} bytes"
            : null;
}
