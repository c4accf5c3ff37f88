using System.Text.Json.Nodes;
using Listening.Posts;

namespace Listening.Storage.Elasticsearch;

/// <summary>
/// A batch brought together with what is stored: copies merged, references by host-local id resolved in both directions, conversation
/// keys handed down. Only reads and computes; it can be made again from the same posts after a conflict.
/// </summary>
internal sealed class PostBatch(PostFinder finder, PostsIndex index)
{
    private readonly Dictionary<string, PostEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>Every post that was looked at, those of the batch first.</summary>
    public IEnumerable<PostEntry> Entries => _entries.Values;

    public async Task LoadAsync(IReadOnlyList<Post> posts, CancellationToken ct)
    {
        var found = await finder.FindAsync(Neighbourhood(posts), ct);
        var stored = found.ToLookup(hit => hit.Post.PostKey, StringComparer.Ordinal);
        foreach (var post in posts)
        {
            var entry = Add(stored[post.PostKey]);
            if (entry is null && post.IsUnwanted)
            {
                continue; // no earlier state of it is kept
            }

            entry ??= new PostEntry(null, post);
            entry.Current = (entry.IsNew ? post : Post.Merge(entry.Current, post)).AsKept();
            _entries[post.PostKey] = entry;
        }

        foreach (var others in stored.Where(hits => !_entries.ContainsKey(hits.Key)).ToList())
        {
            Add(others);
        }

        ResolveReferences();
        await FollowThreadsAsync(ct);
    }

    private PostEntry? Add(IEnumerable<StoredPost> documents)
    {
        PostEntry? entry = null;
        foreach (var document in documents)
        {
            if (entry is null)
            {
                _entries[document.Post.PostKey] = entry = new PostEntry(document, document.Post);
            }
            else
            {
                entry.AddDouble(document);
            }
        }

        return entry;
    }

    /// <summary>Whether another writer has meanwhile stored something that belongs to these posts, which have been written since.</summary>
    public async Task<bool> HasNewsAsync(IReadOnlyList<Post> posts, CancellationToken ct)
    {
        var written = posts.Select(post => _entries.GetValueOrDefault(post.PostKey)?.Current).OfType<Post>().ToList();
        string[] nearEdge = [.. written.Where(post => PostsIndex.IsNearEdge(post.CreatedAt)).Select(post => post.PostKey)];
        var known = _entries.Values.Select(entry => (entry.Stored?.Index ?? index.Month(entry.Current.CreatedAt), PostDocument.IdOf(entry.Current))).ToHashSet();
        var places = await finder.PlacesAsync(Query.Any(Around(written).Append(nearEdge.Length == 0 ? null : Query.Terms("post_key", nearEdge))), ct);
        return places.Any(place => !known.Contains(place));
    }

    private static JsonObject Neighbourhood(IReadOnlyList<Post> posts)
    {
        var parents = posts.Select(post => post.ReplyTo?.PostKey).OfType<string>();
        return Query.Any(Around(posts).Prepend(Query.Terms("post_key", posts.Select(post => post.PostKey).Union(parents, StringComparer.Ordinal))));
    }

    // What these posts wait for, what waits for them, and answers to them that have no conversation yet.
    private static IEnumerable<JsonObject?> Around(IReadOnlyList<Post> posts)
    {
        string[] ids = [.. posts.SelectMany(post => post.SeenVia).Select(via => via.NativeId).Distinct(StringComparer.Ordinal)];
        string[] awaited = [.. posts.SelectMany(Waiting).SelectMany(reference => reference.Via).Select(via => via.Id).Distinct(StringComparer.Ordinal)];
        return
        [
            awaited.Length == 0 ? null : Query.Terms("seen_via.native_id", awaited),
            Query.Terms("reply_to.native_id", ids),
            Query.Terms("repost_of.native_id", ids),
            Query.Terms("quote_of.native_id", ids),
            Query.All(Query.Terms("reply_to.post_key", posts.Select(post => post.PostKey)), Query.Not(Query.Exists("thread_key"))),
        ];
    }

    private static IEnumerable<PostReference> Waiting(Post post) =>
        new[] { post.ReplyTo, post.RepostOf, post.QuoteOf }.OfType<PostReference>().Where(reference => !reference.IsResolved);

    private void ResolveReferences()
    {
        var known = new Dictionary<(string Platform, NativeId Id), Post>();
        foreach (var post in _entries.Values.Select(entry => entry.Current))
        {
            foreach (var via in post.SeenVia)
            {
                known[(post.Platform, new NativeId(via.Host, via.NativeId))] = post;
            }
        }

        foreach (var entry in _entries.Values.Where(entry => Waiting(entry.Current).Any()))
        {
            var post = entry.Current;
            entry.Current = post with { ReplyTo = Resolve(post, post.ReplyTo), RepostOf = Resolve(post, post.RepostOf), QuoteOf = Resolve(post, post.QuoteOf) };
        }

        PostReference? Resolve(Post post, PostReference? reference) =>
            reference is { IsResolved: false } && reference.Via.Select(id => known.GetValueOrDefault((post.Platform, id))).FirstOrDefault(target => target is not null) is { } target
                ? PostReference.To(target.PostKey, target.Author?.Key ?? reference.AuthorKey)
                : reference;
    }

    // An answer belongs to the conversation of what it answers; what changes here concerns the answers to it as well, stored ones included.
    private async Task FollowThreadsAsync(CancellationToken ct)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            HandDown();
            string[] moved = [.. _entries.Where(pair => pair.Value.HasMoved && asked.Add(pair.Key)).Select(pair => pair.Key)];
            if (moved.Length == 0)
            {
                return;
            }

            var answers = await finder.FindAsync(Query.Terms("reply_to.post_key", moved), ct);
            foreach (var documents in answers.Where(answer => !_entries.ContainsKey(answer.Post.PostKey)).GroupBy(answer => answer.Post.PostKey, StringComparer.Ordinal).ToList())
            {
                Add(documents);
            }
        }
    }

    private void HandDown()
    {
        var answers = _entries.Values.Where(entry => entry.Current.ReplyTo is { IsResolved: true }).OrderBy(entry => entry.Current.CreatedAt).ToArray();
        var hasChanged = true;
        for (var round = 0; hasChanged && round <= answers.Length; round++) // posts that answer each other in a circle would never settle
        {
            hasChanged = false;
            foreach (var answer in answers)
            {
                if (_entries.GetValueOrDefault(answer.Current.ReplyTo!.PostKey!)?.Current.ThreadKey is { } thread && thread != answer.Current.ThreadKey)
                {
                    answer.Current = answer.Current with { ThreadKey = thread };
                    hasChanged = true;
                }
            }
        }
    }
}
