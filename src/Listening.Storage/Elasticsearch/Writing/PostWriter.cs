using Listening.Posts;
using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>Writes batches of posts so that every question sees them, and begins again where another writer was faster.</summary>
internal sealed class PostWriter(ElasticsearchClient client, PostFinder finder, BulkWriter bulk, DeadLetters deadLetters, PostsIndex index)
{
    private const int Tries = 8;
    private const int IndicesInAPath = 10;

    /// <summary>Stores or merges posts of different keys.</summary>
    public async Task<UpsertOutcome> UpsertAsync(IReadOnlyList<Post> posts, CancellationToken ct)
    {
        HashSet<string> created = new(StringComparer.Ordinal), changed = new(StringComparer.Ordinal);
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var batch = new PostBatch(finder, index.Schema);
            await batch.LoadAsync(posts, ct);
            var entries = batch.Entries.ToList();
            if (!await WriteAsync(entries, created, changed, ct))
            {
                var inBatch = posts.Select(post => post.PostKey).ToHashSet(StringComparer.Ordinal);
                created.IntersectWith(inBatch);
                changed.IntersectWith(inBatch);
                changed.ExceptWith(created);
                return new(created.Count, changed.Count, posts.Count - created.Count - changed.Count);
            }
        }

        throw Busy();
    }

    /// <summary>Changes stored posts; <paramref name="find"/> is asked again until nothing is left to do.</summary>
    public async Task ChangeAsync(Func<Task<List<BulkAction>>> find, CancellationToken ct)
    {
        var conflicts = 0;
        while (await find() is { Count: > 0 } actions)
        {
            var results = await bulk.WriteAsync(actions, ct);
            await RefreshAsync(actions, ct);
            conflicts = results.Any(result => result.Outcome == BulkOutcome.Done) ? 0 : conflicts + 1;
            if (conflicts == Tries)
            {
                throw Busy();
            }
        }
    }

    // True when it has to be looked at again: somebody else wrote, or a post was created so near to the edge of a month that another
    // writer, whose host states a slightly different time, may have put it into the neighbouring one.
    private async Task<bool> WriteAsync(List<PostEntry> entries, HashSet<string> created, HashSet<string> changed, CancellationToken ct)
    {
        var work = entries.SelectMany(entry => entry.Actions(index).Select(action => (Entry: entry, Action: action))).ToList();
        if (work.Count == 0)
        {
            return false;
        }

        BulkAction[] actions = [.. work.Select(item => item.Action)];
        var results = await bulk.WriteAsync(actions, ct);
        var isAgain = false;
        for (var i = 0; i < results.Length; i++)
        {
            var (entry, action) = work[i];
            switch (results[i].Outcome)
            {
                case BulkOutcome.Done:
                    (entry.IsNew ? created : changed).Add(entry.Current.PostKey);
                    isAgain |= entry.IsNew && IsNearEdge(entry.Current.CreatedAt);
                    break;
                case BulkOutcome.Rejected:
                    await deadLetters.KeepAsync(action, results[i], ct);
                    break;
                default:
                    isAgain = true;
                    break;
            }
        }

        await RefreshAsync(actions, ct);
        return isAgain;
    }

    private bool IsNearEdge(DateTimeOffset time) => index.Month(time.AddDays(-1)) != index.Month(time.AddDays(1));

    private async Task RefreshAsync(IReadOnlyCollection<BulkAction> actions, CancellationToken ct)
    {
        string[] written = [.. actions.Select(action => action.Index).Distinct(StringComparer.Ordinal)];
        var path = written.Length > IndicesInAPath ? index.Alias : string.Join(',', written);
        await client.RequireAsync(ElasticsearchRequest.Post($"{path}/_refresh"), ct);
    }

    private StoreUnavailableException Busy() => new(
        $"Other workers keep changing the same posts in Elasticsearch at {client.Location}: the batch is written again at the next poll, nothing has to be done unless this repeats.");
}
