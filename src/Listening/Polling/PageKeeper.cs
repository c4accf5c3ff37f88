using Listening.Posts;
using Listening.Stores;
using Listening.Tracking;
using Microsoft.Extensions.Options;

namespace Listening.Polling;

/// <summary>Takes one page of observations through matching and consent into the store.</summary>
public sealed class PageKeeper(IPostStore posts, ITrackingStore tracking, IAuthorMarks marks, IOptions<ConsentOptions> consent)
{
    /// <summary>When it returns, every post of the page that may be kept is stored and every other one is counted. Repeating is harmless.</summary>
    public async Task<KeptPage> KeepAsync(PostPage page, IPostSource source, Matcher matcher, CancellationToken ct)
    {
        var matched = page.Observations
            .Select(observation => observation with { Post = matcher.Match(observation, source.Fold) })
            .Where(observation => observation.Post.Matched.Count > 0)
            .ToList();
        if (matched.Count == 0)
        {
            return KeptPage.Nothing;
        }

        var optedOut = await OptedOutAsync(matched, ct);
        await EraseAsync(matched, optedOut, ct);
        List<Post> kept = [];
        List<WithheldReason> withheld = [];
        foreach (var observation in matched)
        {
            var isOptedOut = observation.Post.Author is { } author && optedOut.Contains(AuthorStatement.MarkOf(author.Key));
            if (Consent.Withheld(observation.Flags, observation.IsPublic, isOptedOut, consent.Value) is { } reason)
            {
                withheld.Add(reason);
            }
            else
            {
                kept.Add(WithSearchConsent(observation));
            }
        }

        var outcome = kept.Count == 0 ? UpsertOutcome.None : await posts.UpsertAsync(kept, ct);
        var counts = WithheldCounts.Of(withheld);
        if (counts.Total > 0)
        {
            await tracking.CountWithheldAsync(counts, ct);
        }

        return new KeptPage(outcome, withheld.Count, [.. kept.SelectMany(post => post.Matched).Distinct(StringComparer.Ordinal)]);
    }

    // A word on any host suffices, so what other hosts said of the same people is asked for as well.
    private async Task<HashSet<string>> OptedOutAsync(List<Observation> observations, CancellationToken ct)
    {
        List<AuthorStatement> statements = [.. observations
            .Where(observation => observation.IsPublic && observation.Post.Author is not null && observation.Post.SeenVia.Count > 0)
            .Select(StatementOf)
            .DistinctBy(statement => (statement.Author, statement.Host))];
        if (statements.Count == 0)
        {
            return [];
        }

        await marks.RecordAsync(statements, ct);
        var known = await marks.StatementsAsync([.. statements.Select(statement => statement.Author).Distinct(StringComparer.Ordinal)], ct);
        return known.Where(statement => statement.OptedOut).Select(statement => statement.Author).ToHashSet(StringComparer.Ordinal);
    }

    // At every look: a wish that was noted just before a crash, or while another host's page was being stored, is carried out all the same.
    private async Task EraseAsync(List<Observation> observations, HashSet<string> optedOut, CancellationToken ct)
    {
        if (consent.Value.OptOutWords == OptOutPolicy.Withhold && optedOut.Count > 0)
        {
            var authors = observations.Select(observation => observation.Post.Author?.Key).OfType<string>().Distinct(StringComparer.Ordinal);
            await posts.EraseAuthorsAsync([.. authors.Where(author => optedOut.Contains(AuthorStatement.MarkOf(author)))], ct);
        }
    }

    private static AuthorStatement StatementOf(Observation observation)
    {
        var (post, flags) = (observation.Post, observation.Flags);
        var host = post.SeenVia[0].Host;
        return new AuthorStatement(AuthorStatement.MarkOf(post.Author!.Key), host, host == post.Host, flags.OptedOut, flags.Discoverable);
    }

    private Post WithSearchConsent(Observation observation)
    {
        var post = observation.Post;
        return consent.Value.NotIndexable == IndexablePolicy.Ignore
            ? post with { Searchable = true, SeenVia = [.. post.SeenVia.Select(via => via with { Indexable = null })] }
            : post with { Searchable = Consent.IsSearchable(post.Host, post.SeenVia, unstated: !observation.Flags.HasIndexable) };
    }
}
