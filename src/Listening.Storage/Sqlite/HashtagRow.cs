using Listening.Posts;

namespace Listening.Storage.Sqlite;

/// <summary>What the file says of a post under one of its hashtags, besides the post's key and place.</summary>
internal sealed record HashtagRow(
    string Hashtag, long CreatedAt, string? AuthorKey, string Platform, bool IsLive, bool IsSearchable, bool IsBot, bool IsRepost)
{
    public static HashtagRow[] Of(Post? post) => post is null ? [] : [.. post.Matched.Select(hashtag => new HashtagRow(
        hashtag, post.CreatedAt.ToUnixTimeMilliseconds(), post.Author?.Key, post.Platform, post.IsListed, post.Searchable, post.Author?.IsBot is true, post.Kind == PostKind.Repost))];
}
