using Listening.Posts;
using Listening.Stores;
using Microsoft.Extensions.Options;

namespace Listening.Worker.Answers;

/// <summary>
/// Consent for posts that come without a profile: what hosts said of their authors before, and what the posts themselves say.
/// </summary>
internal sealed class ConsentWithoutProfile(IAuthorMarks marks, IOptions<ConsentOptions> options)
{
    /// <summary>Those of <paramref name="posts"/> that may be kept, in their order; a tombstone names nobody and may.</summary>
    public async Task<IReadOnlyList<Post>> KeepAsync(IReadOnlyList<Post> posts, CancellationToken ct)
    {
        var markOf = posts.Select(post => post.Author?.Key).OfType<string>().Distinct(StringComparer.Ordinal).ToDictionary(key => key, AuthorStatement.MarkOf, StringComparer.Ordinal);
        var statements = (await marks.StatementsAsync(markOf.Values, ct)).ToLookup(statement => statement.Author, StringComparer.Ordinal);
        return [.. posts.Where(post => post.Author is null || Consent.Withheld(Flags(post, statements[markOf[post.Author.Key]]), isPublic: true, optedOutElsewhere: false, options.Value) is null)];
    }

    private static AuthorFlags Flags(Post post, IEnumerable<AuthorStatement> statements)
    {
        var home = statements.FirstOrDefault(statement => statement.IsHome)?.Host;
        return new AuthorFlags(
            OptedOut: statements.Any(statement => statement.OptedOut),
            HasIndexable: true,
            Indexable: post.Searchable,
            Discoverable: !Consent.IsUnranked(home, statements.Select(statement => (statement.Host, statement.Discoverable))),
            IsBot: post.Author!.IsBot);
    }
}
