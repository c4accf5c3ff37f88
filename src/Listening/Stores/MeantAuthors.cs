using Listening.Posts;

namespace Listening.Stores;

/// <summary>
/// Whom posts mean when they name somebody by a handle, or only by a post: the same for every store. A handle means the author of the
/// platform whose newest live post shows it, of several the one with the smaller key, ordinal; a post means the author of its live copy.
/// A handle that nobody is known by stays, in lower case.
/// </summary>
public sealed class MeantAuthors
{
    private const int AtOnce = 500;

    private readonly Dictionary<string, string> _byHandle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byPost = new(StringComparer.Ordinal);

    private MeantAuthors()
    {
    }

    /// <summary>Looks up who is meant.</summary>
    /// <param name="store">Where authors and posts are known.</param>
    /// <param name="names">Keys and stand-ins.</param>
    /// <param name="postKeys">Posts whose author nobody named.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<MeantAuthors> FindAsync(IPostStore store, IEnumerable<string> names, IEnumerable<string> postKeys, CancellationToken ct)
    {
        var meant = new MeantAuthors();
        foreach (var handles in names.Select(AuthorKey.HandleOf).OfType<string>().Select(AuthorKey.Fold).Distinct(StringComparer.Ordinal).Chunk(AtOnce))
        {
            meant.Add(await store.AuthorsNamedAsync(handles, ct));
        }

        foreach (var keys in postKeys.Distinct(StringComparer.Ordinal).Chunk(AtOnce))
        {
            meant.Add(await store.GetAsync(keys, ct));
        }

        return meant;
    }

    /// <summary>The author's key, or what stands for it; null where nothing says who it is.</summary>
    public string? KeyOf(string? name, string? postKey)
    {
        if (name is null)
        {
            return postKey is null ? null : _byPost.GetValueOrDefault(postKey);
        }

        return AuthorKey.IsStandIn(name) && AuthorKey.Fold(name) is var standIn ? _byHandle.GetValueOrDefault(standIn, standIn) : name;
    }

    private void Add(IEnumerable<Author> authors)
    {
        foreach (var author in authors.Where(author => author.Handle is not null))
        {
            var standIn = AuthorKey.Fold(AuthorKey.StandIn(author.Platform, author.Handle!));
            if (!_byHandle.TryGetValue(standIn, out var other) || string.CompareOrdinal(author.Key, other) < 0)
            {
                _byHandle[standIn] = author.Key;
            }
        }
    }

    private void Add(IEnumerable<Post> posts)
    {
        foreach (var post in posts.Where(post => post.Author is not null))
        {
            _byPost[post.PostKey] = post.Author!.Key;
        }
    }
}
