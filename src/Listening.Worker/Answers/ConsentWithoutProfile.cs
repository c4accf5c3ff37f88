using Listening.Posts;
using Listening.Stores;
using Microsoft.Extensions.Options;

namespace Listening.Worker.Answers;

/// <summary>
/// Consent for posts that come without a profile: what hosts said of their authors before, and what the posts themselves say.
/// </summary>
internal sealed class ConsentWithoutProfile(IAuthorMarks marks, IOptions<ConsentOptions> options)
{
    /// <summary>Those of <paramref name="posts"/> that may be kept, in their order, found as their authors now want it; a tombstone names nobody and may.</summary>
    public async Task<IReadOnlyList<Post>> KeepAsync(IReadOnlyList<Post> posts, CancellationToken ct)
    {
        var markOf = posts.Select(post => post.Author?.Key).OfType<string>().Distinct(StringComparer.Ordinal).ToDictionary(key => key, AuthorStatement.MarkOf, StringComparer.Ordinal);
        var statements = (await marks.StatementsAsync(markOf.Values, ct)).ToLookup(statement => statement.Author, StringComparer.Ordinal);
        var forgotten = await marks.ForgottenAsync(markOf.Keys, ct);
        List<Post> kept = [];
        foreach (var post in posts)
        {
            if (post.Author is null)
            {
                kept.Add(post);
            }
            else if (!forgotten.Contains(post.Author.Key) && Allowed(post, [.. statements[markOf[post.Author.Key]]]) is { } allowed)
            {
                kept.Add(allowed);
            }
        }

        return kept;
    }

    private Post? Allowed(Post post, AuthorStatement[] about)
    {
        var itself = new AuthorFlags(OptedOut: false, HasIndexable: true, post.Searchable, Discoverable: null, post.Author!.IsBot);
        var together = AuthorStatement.Together(about, itself);
        var flags = together with { Indexable = together.Indexable ?? post.Searchable };
        return Consent.Withheld(flags, options.Value) is null ? post with { Searchable = Consent.IsSearchable(flags, options.Value) } : null;
    }
}
