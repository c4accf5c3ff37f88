using Listening.Posts;

namespace Listening.Storage.Sqlite;

/// <summary>
/// References by host-local id and conversation keys, within one transaction: whatever arrives last, a reference ends at the post it means,
/// and an answer carries the conversation key of the post it answers.
/// </summary>
internal sealed class SqliteReferences(SqliteSession session, SqlitePostTable posts)
{
    /// <summary>The post with every reference that can be resolved by what is stored, and its conversation key.</summary>
    public Post Resolve(Post post)
    {
        if (post.IsDeleted)
        {
            return post;
        }

        var replyTo = Resolve(post, post.ReplyTo);
        var threadKey = post.ThreadKey;
        if (replyTo is { IsResolved: true } && replyTo.PostKey != post.PostKey)
        {
            threadKey = posts.Find(replyTo.PostKey!)?.Post.ThreadKey ?? threadKey;
        }

        return post with { ReplyTo = replyTo, RepostOf = Resolve(post, post.RepostOf), QuoteOf = Resolve(post, post.QuoteOf), ThreadKey = threadKey };
    }

    /// <summary>Carries a change of one post on to the posts that waited for it and to its whole conversation.</summary>
    public void Settle(StoredPost? before, StoredPost after)
    {
        var changes = new Queue<(StoredPost? Before, StoredPost After)>([(before, after)]);
        // Posts of a hostile host may answer each other in a circle: no post takes the same key twice.
        var taken = new HashSet<(long Id, string? ThreadKey)>();
        while (changes.TryDequeue(out var change))
        {
            foreach (var waiting in Waiting(change.Before?.Post, change.After.Post).Where(waiting => waiting.Id != change.After.Id))
            {
                Change(waiting, Resolve(waiting.Post));
            }

            if (change.Before?.Post.ThreadKey == change.After.Post.ThreadKey || change.After.Post.IsDeleted)
            {
                continue;
            }

            foreach (var reply in posts.RepliesTo(change.After.Post.PostKey).Where(reply => !reply.Post.IsDeleted && reply.Id != change.After.Id))
            {
                Change(reply, reply.Post with { ThreadKey = ThreadKeyOf(reply.Post, change.Before?.Post, change.After.Post) });
            }
        }

        void Change(StoredPost stored, Post changed)
        {
            if ((stored.Post.ThreadKey == changed.ThreadKey || taken.Add((stored.Id, changed.ThreadKey))) && posts.Write(stored, changed) is { } written)
            {
                changes.Enqueue((stored, written));
            }
        }
    }

    // A key that came from the parent goes with it; one that the platform stated stays while the parent has none.
    private static string? ThreadKeyOf(Post reply, Post? parentBefore, Post parent) =>
        parent.ThreadKey ?? (reply.ThreadKey == parentBefore?.ThreadKey ? null : reply.ThreadKey);

    private List<StoredPost> Waiting(Post? before, Post after)
    {
        var added = after.SeenVia.Select(via => new NativeId(via.Host, via.NativeId))
            .Except((before?.SeenVia ?? []).Select(via => new NativeId(via.Host, via.NativeId)));
        return [.. added
            .SelectMany(id => session.Query(
                $"SELECT post_id FROM awaited WHERE platform = {after.Platform} AND host = {id.Host} AND native_id = {id.Id}",
                reader => reader.GetInt64(0)))
            .Distinct()
            .Select(id => posts.Find(id))
            .OfType<StoredPost>()];
    }

    private PostReference? Resolve(Post post, PostReference? reference)
    {
        if (reference is null or { IsResolved: true })
        {
            return reference;
        }

        foreach (var id in reference.Via)
        {
            var target = session.First(
                $"""
                SELECT p.post_key, p.author_key FROM seen_via AS s JOIN posts AS p ON p.id = s.post_id
                WHERE s.platform = {post.Platform} AND s.host = {id.Host} AND s.native_id = {id.Id} AND p.post_key <> {post.PostKey}
                ORDER BY p.post_key
                """,
                reader => PostReference.To(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1)));
            if (target is not null)
            {
                return target with { AuthorKey = target.AuthorKey ?? reference.AuthorKey };
            }
        }

        return reference;
    }
}
