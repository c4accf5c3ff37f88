using System.Buffers;
using System.Text.Json;
using Listening.Benchmarks.Questions;
using Listening.Posts;
using Listening.Storage.Elasticsearch;

namespace Listening.Benchmarks.Bulk;

/// <summary>The same posts as records, as the bodies of ready-made requests, and as a file of lines.</summary>
internal sealed class BulkInput
{
    private BulkInput(Post[] posts, byte[][] bodies) => (Posts, Bodies) = (posts, bodies);

    public Post[] Posts { get; }

    /// <summary>Requests as the product's writer would send them, for one prefix of index names.</summary>
    public byte[][] Bodies { get; }

    public long Bytes => Bodies.Sum(body => (long)body.Length);

    public static BulkInput Make(int posts, PostsIndex index)
    {
        Post[] all = [.. new MillionPosts(posts, TimeProvider.System.GetUtcNow()).All()];
        return new(all, [.. all.Chunk(BulkWriter.MaxActions).Select(chunk => Body(chunk, index))]);
    }

    public static BulkAction Action(Post post, PostsIndex index) =>
        BulkAction.Create(index.Month(post.CreatedAt), PostDocument.IdOf(post), json => PostDocument.Write(json, post));

    private static byte[] Body(Post[] posts, PostsIndex index)
    {
        var lines = new ArrayBufferWriter<byte>(2 * 1024 * 1024);
        using var json = new Utf8JsonWriter(lines, BulkBody.JsonOptions);
        foreach (var action in posts.Select(post => Action(post, index)))
        {
            foreach (var write in new[] { action.WriteHeader, action.Document! })
            {
                write(json);
                json.Flush();
                json.Reset();
                lines.Write("\n"u8);
            }
        }

        return lines.WrittenSpan.ToArray();
    }
}
