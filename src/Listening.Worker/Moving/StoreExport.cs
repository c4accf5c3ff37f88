using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Listening.Posts;
using Listening.Stores;

namespace Listening.Worker.Moving;

/// <summary>
/// A whole store as lines of a file, in three parts of which the middle one may be begun anywhere. What stands behind the posts is read
/// before them, so that it never speaks of a post that a worker stored meanwhile.
/// </summary>
internal sealed class StoreExport
{
    private readonly IPostStore _posts;
    private readonly StoreParts _parts;
    private readonly List<string> _state;

    private StoreExport(IPostStore posts, StoreParts parts, List<string> state) => (_posts, _parts, _state) = (posts, parts, state);

    public static async Task<StoreExport> BeginAsync(IPostStore posts, StoreParts parts, CancellationToken ct) =>
        new(posts, parts, await LinesAsync(parts.AfterPosts, ct).ToListAsync(ct));

    /// <summary>The same lines as long as nothing changes in the store.</summary>
    public async IAsyncEnumerable<string> BeginningAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', _state))));
        yield return StoreLine.Of(StoreLine.Beginning, new StoreLine.BeginningValue(StoreLine.Version, digest));
        await foreach (var line in LinesAsync(_parts.BeforePosts, ct))
        {
            yield return line;
        }
    }

    /// <summary>Every post and tombstone, a line each, ordered by time; those behind <paramref name="after"/> where it is given.</summary>
    public IAsyncEnumerable<string> PostsAsync(PostCursor? after, CancellationToken ct) =>
        _posts.AllAsync(after, ct).Select(post => JsonSerializer.Serialize(post, WholePostJson.Options));

    /// <summary>What has to stand behind the posts.</summary>
    /// <param name="count">How many posts stand before it.</param>
    public IEnumerable<string> End(long count) =>
        [StoreLine.Of(StoreLine.Posts, new StoreLine.PostsValue(count)), .. _state, StoreLine.Of(StoreLine.End, new { })];

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
