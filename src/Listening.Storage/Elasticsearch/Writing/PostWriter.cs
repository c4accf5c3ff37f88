using Listening.Posts;
using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>Writes batches of posts so that every question sees them, and begins again where another writer was faster.</summary>
internal sealed class PostWriter(ElasticsearchClient client, PostFinder finder, BulkWriter bulk, ElasticsearchDeadLetters deadLetters, PostsIndex index)
{
    private const int Tries = 8;
    private const int IndicesInAPath = 10;

    /// <summary>
    /// Stores or merges posts of different keys. After writing it looks around once more: of two writers who put the same post into two
    /// months, or a reply and its parent, at the same time, the later one sees both and puts them right.
    /// </summary>
    public async Task<UpsertOutcome> UpsertAsync(IReadOnlyList<Post> posts, CancellationToken ct)
    {
        var done = new WrittenPosts();
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var batch = new PostBatch(finder, index);
            await batch.LoadAsync(posts, ct);
            var work = batch.Entries
                .Where(entry => !done.IsRejected(entry.Current.PostKey))
                .SelectMany(entry => entry.Actions(index).Select(action => (entry, action)))
                .ToList();
            if (work.Count == 0 || (await WriteAsync(work, done, ct) && !await batch.HasNewsAsync(posts, ct)))
            {
                return done.Outcome(posts);
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

    // False where another writer was faster.
    private async Task<bool> WriteAsync(List<(PostEntry Entry, BulkAction Action)> work, WrittenPosts done, CancellationToken ct)
    {
        BulkAction[] actions = [.. work.Select(item => item.Action)];
        var results = await bulk.WriteAsync(actions, ct);
        foreach (var ((entry, action), result) in work.Zip(results))
        {
            if (result.Outcome == BulkOutcome.Rejected)
            {
                await deadLetters.KeepAsync(action, result, ct);
            }

            done.Add(entry, result);
        }

        await RefreshAsync(actions, ct);
        return results.All(result => result.Outcome != BulkOutcome.Conflict);
    }

    private async Task RefreshAsync(IReadOnlyCollection<BulkAction> actions, CancellationToken ct)
    {
        string[] written = [.. actions.Select(action => action.Index).Distinct(StringComparer.Ordinal)];
        var path = written.Length > IndicesInAPath ? index.Alias : string.Join(',', written);
        await client.RequireAsync(ElasticsearchRequest.Post($"{path}/_refresh"), ct);
    }

    private StoreUnavailableException Busy() => new(
        $"Other workers keep changing the same posts in Elasticsearch at {client.Location}: the batch is written again at the next poll, nothing has to be done unless this repeats.");
}
