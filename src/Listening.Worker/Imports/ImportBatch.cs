using Listening.Posts;
using Listening.Stores;
using Listening.Worker.Answers;
using Listening.Worker.Moving;

namespace Listening.Worker.Imports;

/// <summary>
/// What was read of a file and is not stored yet: posts, or other values of one kind. Bounded in count and size, and stored in the order of
/// the file, so that nothing is said of posts before they are there.
/// </summary>
internal sealed class ImportBatch(IPostStore posts, ConsentWithoutProfile consent)
{
    private const int ValuesAtOnce = 500;
    private const int BytesAtOnce = 8 * 1024 * 1024;

    private readonly OrderedDictionary<string, Post> _posts = new(StringComparer.Ordinal);
    private readonly List<object> _values = [];
    private StorePart? _part;
    private long _bytes;

    private bool IsFull => _posts.Count + _values.Count >= ValuesAtOnce || _bytes > BytesAtOnce;

    /// <summary>Whether it has to be stored before this post may join it.</summary>
    public bool IsToStoreBefore(Post post) => _part is not null || IsFull || _posts.ContainsKey(post.PostKey);

    /// <summary>Whether it has to be stored before a value of this kind may join it.</summary>
    public bool IsToStoreBefore(StorePart part) => _posts.Count > 0 || IsFull || (_part is not null && _part != part);

    public void Add(Post post, int bytes)
    {
        _posts.Add(post.PostKey, post);
        _bytes += bytes;
    }

    public void Add(StorePart part, object value, int bytes)
    {
        _part = part;
        _values.Add(value);
        _bytes += bytes;
    }

    /// <summary>Stores it and is empty again. Returns the posts that were kept, and the position with what became of all.</summary>
    public async Task<(IReadOnlyList<Post> Kept, ImportPosition Position)> StoreAsync(ImportPosition before, CancellationToken ct)
    {
        IReadOnlyList<Post> kept = [];
        var after = before with { State = before.State + _values.Count };
        if (_part is not null)
        {
            await _part.WriteAsync(_values, ct);
        }
        else if (_posts.Count > 0)
        {
            kept = await consent.KeepAsync([.. _posts.Values], ct);
            var outcome = await posts.UpsertAsync(kept, ct);
            after = before with
            {
                Stored = before.Stored + outcome.Stored,
                Updated = before.Updated + outcome.Updated,
                Unchanged = before.Unchanged + outcome.Unchanged,
                Withheld = before.Withheld + _posts.Count - kept.Count,
            };
        }

        _posts.Clear();
        _values.Clear();
        (_part, _bytes) = (null, 0);
        return (kept, after);
    }
}
