using Listening.Posts;
using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>What became of the posts of a batch over all attempts. A post that was rejected counts as unchanged.</summary>
internal sealed class WrittenPosts
{
    private readonly HashSet<string> _created = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _rejected = new(StringComparer.Ordinal);

    public bool IsRejected(string postKey) => _rejected.Contains(postKey);

    public void Add(PostEntry entry, BulkResult result)
    {
        var keys = result.Outcome switch
        {
            BulkOutcome.Rejected => _rejected,
            _ when result.IsCarriedOut => entry.IsNew ? _created : _changed,
            _ => null,
        };
        keys?.Add(entry.Current.PostKey);
    }

    public UpsertOutcome Outcome(IReadOnlyList<Post> batch)
    {
        var stored = batch.Count(post => _created.Contains(post.PostKey));
        var updated = batch.Count(post => _changed.Contains(post.PostKey) && !_created.Contains(post.PostKey));
        return new(stored, updated, batch.Count - stored - updated);
    }
}
