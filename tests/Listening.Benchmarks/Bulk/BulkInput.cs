using System.Buffers;
using Listening.Benchmarks.Questions;
using Listening.Posts;
using Listening.Storage.Elasticsearch;
using Microsoft.IO;

namespace Listening.Benchmarks.Bulk;

/// <summary>The same posts as records and as ready-made requests.</summary>
internal sealed class BulkInput(Post[] posts)
{
    public Post[] Posts => posts;

    /// <summary>Mean size of a post with the line above it.</summary>
    public long BytesOfAPost { get; } = Body([.. posts.Take(BulkWriter.MaxActions)], new PostsIndex("benchmark-00000000000000")).Length / Math.Min(posts.Length, BulkWriter.MaxActions);

    public static BulkInput Make(int posts) => new([.. new MillionPosts(posts, TimeProvider.System.GetUtcNow()).All()]);

    /// <summary>Requests as the product's writer sends them.</summary>
    public byte[][] BodiesFor(PostsIndex index) => [.. posts.Chunk(BulkWriter.MaxActions).Select(chunk => Body(chunk, index))];

    public static BulkAction Action(Post post, PostsIndex index) =>
        BulkAction.Create(index.Month(post.CreatedAt), PostDocument.IdOf(post), json => PostDocument.Write(json, post));

    private static byte[] Body(Post[] posts, PostsIndex index)
    {
        using var body = new BulkBody(new RecyclableMemoryStreamManager().GetStream());
        foreach (var (position, post) in posts.Index())
        {
            body.Add(position, Action(post, index));
        }

        return body.Lines.ToArray();
    }
}
