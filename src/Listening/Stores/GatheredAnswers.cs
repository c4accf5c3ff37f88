using Listening.Posts;

namespace Listening.Stores;

/// <summary>Answers to posts as they were written, until it is known whose posts these are. Takes as much memory as the answer.</summary>
public sealed class GatheredAnswers
{
    private readonly Dictionary<(string PostKey, string Author), DateTimeOffset> _first = [];
    private readonly Dictionary<string, string?> _authorOf = new(StringComparer.Ordinal);

    /// <summary>The answer that a post is, where it is one.</summary>
    public void Add(Post post)
    {
        if (post is { Kind: not PostKind.Repost, Author.Key: { } author, ReplyTo: { PostKey: { } answered } parent })
        {
            Add(answered, parent.AuthorKey, author, post.CreatedAt);
        }
    }

    /// <summary>One answer.</summary>
    /// <param name="postKey">The post that was answered.</param>
    /// <param name="postAuthor">Whose it is, as the answer says; null where it does not.</param>
    /// <param name="author">Who answered.</param>
    /// <param name="at">When.</param>
    public void Add(string postKey, string? postAuthor, string author, DateTimeOffset at)
    {
        _authorOf[postKey] = PostReference.AuthorOf(_authorOf.GetValueOrDefault(postKey), postAuthor is { Length: 0 or > GatheredEdges.LongestName } ? null : postAuthor);
        _first[(postKey, author)] = _first.TryGetValue((postKey, author), out var known) && known < at ? known : at;
    }

    /// <summary>The answers to posts of somebody else.</summary>
    public async Task<IReadOnlyList<ThreadAnswer>> SettleAsync(IPostStore store, CancellationToken ct)
    {
        var unstated = _authorOf.Where(pair => pair.Value is null).Select(pair => pair.Key);
        var meant = await MeantAuthors.FindAsync(store, _authorOf.Values.OfType<string>(), unstated, ct);
        return [.. _first
            .Select(pair => new ThreadAnswer(pair.Key.PostKey, meant.KeyOf(_authorOf[pair.Key.PostKey], pair.Key.PostKey), pair.Key.Author, pair.Value))
            .Where(answer => answer.PostAuthorKey != answer.AuthorKey)];
    }
}
