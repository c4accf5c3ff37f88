using Listening.Posts;
using Listening.Stores;
using Microsoft.Extensions.Options;

namespace Listening.Worker.Answers;

/// <summary>Authors with their wishes about being ranked.</summary>
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
            .Where(IsUnranked)
            .Select(about => keyOfMark[about.Key])
            .ToHashSet(StringComparer.Ordinal);
        return (authors, unranked);
    }

    private bool IsUnranked(IEnumerable<AuthorStatement> about)
    {
        var home = about.FirstOrDefault(statement => statement.IsHome)?.Host;
        return (consent.Value.OptOutWords == OptOutPolicy.Withhold && about.Any(statement => statement.OptedOut))
            || (consent.Value.NotDiscoverable != DiscoverablePolicy.Ignore
                && Consent.IsUnranked(home, about.Select(statement => (statement.Host, statement.Discoverable))));
    }
}
