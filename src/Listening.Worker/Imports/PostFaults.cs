using Listening.Posts;

namespace Listening.Worker.Imports;

/// <summary>What a post from a foreign file may not be, though each of its fields has the right type.</summary>
internal static class PostFaults
{
    /// <summary>Throws <see cref="RejectedLineException"/> that names the first field that is wrong.</summary>
    public static void Check(Post post)
    {
        foreach (var (field, isWrong) in Of(post))
        {
            if (isWrong)
            {
                throw new RejectedLineException($"{field}: is empty or incomplete");
            }
        }

        if (post.Matched.FirstOrDefault(name => !Hashtag.TryParse(name, out _)) is { } wrong)
        {
            throw new RejectedLineException($"matched: '{wrong}' is no hashtag");
        }

        if (post.MatchedVia.Count > 0 && post.MatchedVia.Count != post.Matched.Count)
        {
            throw new RejectedLineException("matched_via: has another length than matched");
        }
    }

    // The types of these fields say that nothing in them is null; a file may say otherwise.
    private static IEnumerable<(string Field, bool IsWrong)> Of(Post post) =>
    [
        ("post_key", string.IsNullOrWhiteSpace(post.PostKey)),
        ("platform", string.IsNullOrWhiteSpace(post.Platform)),
        ("author", post.Author is { } author && (string.IsNullOrWhiteSpace(author.Key) || string.IsNullOrWhiteSpace(author.Platform))),
        ("seen_via", post.SeenVia.Any(via => string.IsNullOrEmpty(via?.Host) || string.IsNullOrEmpty(via.NativeId))),
        ("tags", post.Tags.Any(tag => tag is null)),
        ("tags_display", post.TagsDisplay.Any(tag => tag is null)),
        ("matched", post.Matched.Any(tag => tag is null)),
        ("mentions", post.Mentions.Any(mention => mention is null)),
        ("links", post.Links.Any(link => link?.Url is null || link.Host is null)),
        ("media", post.Media.Any(media => media?.Type is null)),
    ];
}
