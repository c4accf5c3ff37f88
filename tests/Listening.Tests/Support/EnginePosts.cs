using Listening.Posts;

namespace Listening.Tests.Support;

/// <summary>Small posts for tests that do not care about the rest of them.</summary>
internal static class EnginePosts
{
    public static Post Post(string author, DateTimeOffset at, string hashtag = "eventprofs", PostKind kind = PostKind.Post, bool? isBot = false, string? id = null)
    {
        var key = $"https://{author}.example/posts/{id ?? at.ToUnixTimeMilliseconds().ToString()}";
        return Listening.Posts.Post.Create(new Post
        {
            PostKey = key,
            Platform = "mastodon",
            Host = $"{author}.example",
            SeenVia = [new SeenVia($"{author}.example", id ?? key, Indexable: true)],
            ContentHost = $"{author}.example",
            Url = key,
            Author = new Author($"https://{author}.example/users/{author}", "mastodon", $"@{author}@{author}.example", author, null, 10, isBot),
            CreatedAt = at,
            FirstSeenAt = at,
            Kind = kind,
            Text = $"Words of {author} #{hashtag}",
            Tags = [hashtag],
            TagsDisplay = [hashtag],
            Matched = [hashtag],
            MatchedVia = [MatchedVia.TagField],
            Searchable = true,
        });
    }
}
