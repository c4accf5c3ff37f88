using Listening.Posts;

namespace Listening.Storage.Sqlite;

/// <summary>What the file does not take: see <see cref="LongestKey"/>.</summary>
internal static class SqliteLimits
{
    /// <summary>Why a post does not fit; null when it does.</summary>
    public static string? Refusal(Post post) => Refusal("post_key", post.PostKey)
        ?? Refusal("author.key", post.Author?.Key)
        ?? Refusal("thread_key", post.ThreadKey)
        ?? Refusal("reply_to.post_key", post.ReplyTo?.PostKey);

    private static string? Refusal(string field, string? key) =>
        key is not null && LongestKey.IsExceededBy(key) ? $"{field} is longer than {LongestKey.Bytes} bytes" : null;
}
