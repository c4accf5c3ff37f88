using Listening.Posts;
using Listening.Stores;
using Microsoft.Extensions.Options;

namespace Listening.Polling;

/// <summary>
/// What the authors of a page agree to, after every host and the user were heard. What changed since the last look is applied to everything
/// that is stored of the author first and recorded after, so that a crash repeats it.
/// </summary>
public sealed class AuthorConsent(IPostStore posts, IAuthorMarks marks, IOptions<ConsentOptions> options)
{
    private const int ChangeAtOnce = 200;

    /// <summary>
    /// The answer of each author of the page by key, all hosts taken together; of authors who may not be kept nothing is stored when it
    /// returns. Only observations that everybody may read say something of their author.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, AuthorAnswer>> AskAsync(IReadOnlyList<Observation> observations, CancellationToken ct)
    {
        var seen = observations
            .Where(observation => observation.Post is { Author: not null, SeenVia.Count: > 0 })
            .GroupBy(observation => observation.Post.Author!.Key, StringComparer.Ordinal)
            .Select(own => new SeenAuthor(own.Key, own.Last()))
            .ToList();
        if (seen.Count == 0)
        {
            return new Dictionary<string, AuthorAnswer>();
        }

        var forgotten = await marks.ForgottenAsync([.. seen.Select(author => author.Key)], ct);
        var known = (await marks.StatementsAsync([.. seen.Select(author => author.Statement.Author)], ct)).ToLookup(statement => statement.Author, StringComparer.Ordinal);
        Dictionary<string, AuthorAnswer> answers = new(StringComparer.Ordinal);
        foreach (var author in seen)
        {
            AuthorStatement[] now = [.. known[author.Statement.Author].Where(statement => statement.Host != author.Statement.Host), author.Statement];
            var flags = AuthorStatement.Together(now, author.Observation.Flags);
            answers[author.Key] = new(flags, forgotten.Contains(author.Key) ? WithheldReason.OptOut : Consent.Withheld(flags, options.Value));
        }

        // At every look: a wish that was noted just before a crash is carried out all the same.
        string[] withheld = [.. answers.Where(author => author.Value.Withheld is not null).Select(author => author.Key)];
        if (withheld.Length > 0)
        {
            await posts.EraseAuthorsAsync(withheld, ct);
        }

        var changed = seen.Where(author => !known[author.Statement.Author].Contains(author.Statement)).ToList();
        if (changed.Count > 0)
        {
            var stored = await posts.AuthorsAsync([.. changed.Select(author => author.Key)], ct);
            foreach (var author in stored.Where(author => answers[author.Key].Withheld is null))
            {
                await ApplyAsync(author.Key, answers[author.Key].Flags, ct);
            }

            await marks.RecordAsync([.. changed.Select(author => author.Statement)], ct);
        }

        return answers;
    }

    /// <summary>The post as its author's wishes let it be stored.</summary>
    public Post Apply(Post post, AuthorFlags flags)
    {
        var isSearchable = Consent.IsSearchable(flags, options.Value);
        return post with
        {
            Searchable = isSearchable,
            SeenVia = [.. post.SeenVia.Select(via => via with { Indexable = isSearchable })],
            Author = post.Author is null ? null : post.Author with { IsBot = flags.IsBot },
        };
    }

    private async Task ApplyAsync(string authorKey, AuthorFlags flags, CancellationToken ct)
    {
        List<Post> changed = [];
        await foreach (var post in posts.ReadByAuthorAsync(authorKey, ct))
        {
            changed.Add(Apply(post, flags));
            if (changed.Count == ChangeAtOnce)
            {
                await posts.UpsertAsync(changed, ct);
                changed.Clear();
            }
        }

        await posts.UpsertAsync(changed, ct);
    }

    private sealed record SeenAuthor(string Key, Observation Observation)
    {
        public AuthorStatement Statement { get; } = StatementOf(Observation);

        private static AuthorStatement StatementOf(Observation observation)
        {
            var (post, flags) = (observation.Post, observation.Flags);
            var host = post.SeenVia[0].Host;
            return new(AuthorStatement.MarkOf(post.Author!.Key), host, host == post.Host, flags.OptedOut, flags.Discoverable, flags.Indexable, flags.IsBot);
        }
    }
}
