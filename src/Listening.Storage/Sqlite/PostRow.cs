using System.Text.Json;
using Listening.Posts;
using Microsoft.Data.Sqlite;

namespace Listening.Storage.Sqlite;

/// <summary>A post as the file holds it: the exported JSON, and beside it what no export shows.</summary>
/// <param name="Body">The exported JSON.</param>
/// <param name="ContentHost">See <see cref="Post.ContentHost"/>.</param>
/// <param name="Awaits">The references that are not resolved yet, as JSON; null when there are none.</param>
internal sealed record PostRow(string Body, string? ContentHost, string? Awaits)
{
    private sealed record AwaitedReference(string? AuthorKey, IReadOnlyList<NativeId> Via);

    private sealed record AwaitedReferences(AwaitedReference? ReplyTo, AwaitedReference? RepostOf, AwaitedReference? QuoteOf);

    public static PostRow Of(Post post) => new(JsonSerializer.Serialize(post, ListeningJson.Options), post.ContentHost, AwaitsOf(post));

    /// <summary>Reads the columns body, content_host, awaits, which start at <paramref name="first"/>.</summary>
    public static PostRow Read(SqliteDataReader reader, int first = 0) => new(
        reader.GetString(first),
        reader.IsDBNull(first + 1) ? null : reader.GetString(first + 1),
        reader.IsDBNull(first + 2) ? null : reader.GetString(first + 2));

    public Post ToPost()
    {
        var post = JsonSerializer.Deserialize<Post>(Body, ListeningJson.Options)! with { ContentHost = ContentHost };
        if (Awaits is null)
        {
            return post;
        }

        var awaited = JsonSerializer.Deserialize<AwaitedReferences>(Awaits, ListeningJson.Options)!;
        return post with
        {
            ReplyTo = post.ReplyTo ?? Restored(awaited.ReplyTo),
            RepostOf = post.RepostOf ?? Restored(awaited.RepostOf),
            QuoteOf = post.QuoteOf ?? Restored(awaited.QuoteOf),
        };
    }

    private static PostReference? Restored(AwaitedReference? awaited) => awaited is null ? null : new(null, awaited.AuthorKey, awaited.Via);

    private static string? AwaitsOf(Post post)
    {
        var awaited = new AwaitedReferences(Unresolved(post.ReplyTo), Unresolved(post.RepostOf), Unresolved(post.QuoteOf));
        return awaited is { ReplyTo: null, RepostOf: null, QuoteOf: null } ? null : JsonSerializer.Serialize(awaited, ListeningJson.Options);
    }

    private static AwaitedReference? Unresolved(PostReference? reference) =>
        reference is { IsResolved: false } ? new(reference.AuthorKey, reference.Via) : null;
}
