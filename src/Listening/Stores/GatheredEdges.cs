using Listening.Posts;

namespace Listening.Stores;

/// <summary>
/// Edges as posts name them, until it is known who is meant: what an edge is, is said here for every store. Takes as much memory as the answer.
/// </summary>
public sealed class GatheredEdges
{
    /// <summary>UTF-16 units of the longest name of an author; a longer one is nobody's.</summary>
    public const int LongestName = 512;

    private readonly Dictionary<(string Author, string? Name, string? PostKey, EdgeKind Kind, int Index), DateTimeOffset> _first = [];

    /// <summary>Every edge that a post gives, in the interval of this number.</summary>
    public void Add(Post post, int index)
    {
        if (post.Author?.Key is not { } author)
        {
            return;
        }

        Add(author, post.RepostOf, EdgeKind.Repost, index, post.CreatedAt);
        if (post.Kind != PostKind.Repost)
        {
            Add(author, post.ReplyTo, EdgeKind.Reply, index, post.CreatedAt);
            Add(author, post.QuoteOf, EdgeKind.Quote, index, post.CreatedAt);
            foreach (var mention in post.Mentions)
            {
                Add(author, mention, null, EdgeKind.Mention, index, post.CreatedAt);
            }
        }
    }

    /// <summary>One edge, to the author of this name or, where there is none, of this post.</summary>
    public void Add(string author, string? name, string? postKey, EdgeKind kind, int index, DateTimeOffset at)
    {
        if (name is { Length: 0 or > LongestName } || (name ?? postKey) is null)
        {
            return;
        }

        var edge = (author, name, name is null ? postKey : null, kind, index);
        _first[edge] = _first.TryGetValue(edge, out var known) && known < at ? known : at;
    }

    /// <summary>The edges between different people.</summary>
    public async Task<IReadOnlyList<Edge>> SettleAsync(IPostStore store, CancellationToken ct)
    {
        var meant = await MeantAuthors.FindAsync(store, _first.Keys.Select(edge => edge.Name).OfType<string>(), _first.Keys.Select(edge => edge.PostKey).OfType<string>(), ct);
        var settled = new Dictionary<(string Author, string Target, EdgeKind Kind, int Index), DateTimeOffset>();
        foreach (var (edge, at) in _first)
        {
            if (meant.KeyOf(edge.Name, edge.PostKey) is { } target && target != edge.Author)
            {
                var key = (edge.Author, target, edge.Kind, edge.Index);
                settled[key] = settled.TryGetValue(key, out var known) && known < at ? known : at;
            }
        }

        return [.. settled.Select(pair => new Edge(pair.Key.Author, pair.Key.Target, pair.Key.Kind, pair.Key.Index, pair.Value))];
    }

    private void Add(string author, PostReference? reference, EdgeKind kind, int index, DateTimeOffset at) =>
        Add(author, reference?.AuthorKey, reference?.PostKey, kind, index, at);
}
