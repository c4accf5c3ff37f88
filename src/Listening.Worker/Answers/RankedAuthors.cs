using Listening.Posts;
using Listening.Stores;
using Microsoft.Extensions.Options;

namespace Listening.Worker.Answers;

/// <summary>Authors, and who of them is left out of rankings: by their own wish, or because the user muted them.</summary>
internal sealed class RankedAuthors(IPostStore posts, IAuthorMarks marks, IOptions<ConsentOptions> consent)
{
    /// <summary>The authors of these keys, and the keys among them that stay out of every ranking.</summary>
    public async Task<(IReadOnlyList<Author> Authors, IReadOnlySet<string> Unranked)> ReadAsync(IReadOnlyCollection<string> authorKeys, CancellationToken ct)
    {
        var authors = await posts.AuthorsAsync(authorKeys, ct);
        var keyOfMark = authorKeys.ToDictionary(AuthorStatement.MarkOf, StringComparer.Ordinal);
        var statements = await marks.StatementsAsync([.. keyOfMark.Keys], ct);
        var unranked = statements
            .GroupBy(statement => statement.Author, StringComparer.Ordinal)
            .Where(about => IsUnranked([.. about]))
            .Select(about => keyOfMark[about.Key])
            .ToHashSet(StringComparer.Ordinal);
        unranked.UnionWith(await marks.MutedAsync(ct));
        return (authors, unranked);
    }

    private bool IsUnranked(AuthorStatement[] about)
    {
        var flags = AuthorStatement.Together(about, AuthorFlags.None);
        return (consent.Value.OptOutWords == OptOutPolicy.Withhold && flags.OptedOut)
            || (consent.Value.NotDiscoverable != DiscoverablePolicy.Ignore && flags.Discoverable is false);
    }
}
