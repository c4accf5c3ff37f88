using System.Runtime.CompilerServices;
using System.Text.Json;
using Listening.Posts;
using Listening.Stores;

namespace Listening.Worker.Moving;

/// <summary>A whole store as lines of a file, in three parts of which the middle one may be begun anywhere.</summary>
internal sealed class StoreExport(IPostStore posts, StoreParts parts)
{
    /// <summary>The same lines as long as nobody's wishes change.</summary>
    public async IAsyncEnumerable<string> BeginningAsync([EnumeratorCancellation] CancellationToken ct)
    {
        yield return StoreLine.Of(StoreLine.Beginning, new StoreLine.BeginningValue(StoreLine.Version));
        await foreach (var line in LinesAsync(parts.BeforePosts, ct))
        {
            yield return line;
        }
    }

    /// <summary>Every post and tombstone, a line each, ordered by time; those behind <paramref name="after"/> where it is given.</summary>
    public async IAsyncEnumerable<string> PostsAsync(PostCursor? after, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var post in posts.AllAsync(after, ct))
        {
            yield return JsonSerializer.Serialize(post, WholePostJson.Options);
        }
    }

    /// <summary>What has to stand behind the posts.</summary>
    /// <param name="count">How many posts stand before it.</param>
    /// <param name="ct">Gives up.</param>
    public async IAsyncEnumerable<string> EndAsync(long count, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var line in LinesAsync(parts.AfterPosts, ct))
        {
            yield return line;
        }

        yield return StoreLine.Of(StoreLine.End, new StoreLine.EndValue(count));
    }

    private static async IAsyncEnumerable<string> LinesAsync(IReadOnlyList<StorePart> parts, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var part in parts)
        {
            await foreach (var value in part.ReadAsync(ct))
            {
                yield return StoreLine.Of(part.Name, value);
            }
        }
    }
}
