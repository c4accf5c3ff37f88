using Listening.Stores;

namespace Listening.Storage.Sqlite;

internal sealed partial class SqlitePostStore
{
    public async Task<IReadOnlyList<Edge>> EdgesAsync(string hashtag, IReadOnlyList<DateTimeOffset> bounds, CancellationToken ct)
    {
        var gathered = new GatheredEdges();
        var index = 0;
        await foreach (var post in ReadAsync(hashtag, bounds[0], bounds[^1], tombstones: false, ct))
        {
            while (post.CreatedAt >= bounds[index + 1])
            {
                index++;
            }

            gathered.Add(post, index);
        }

        return await gathered.SettleAsync(this, ct);
    }

    public async Task<IReadOnlyList<ThreadAnswer>> ThreadsAsync(string hashtag, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var gathered = new GatheredAnswers();
        await foreach (var post in ReadAsync(hashtag, from, to, tombstones: false, ct))
        {
            gathered.Add(post);
        }

        return await gathered.SettleAsync(this, ct);
    }
}
