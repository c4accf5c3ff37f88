using Listening.Posts;

namespace Listening.Alerts;

/// <summary>When the number of people within a sliding window last rose above a line. A pure function of posts.</summary>
internal static class Crossing
{
    /// <summary>
    /// The latest moment up to <paramref name="now"/> at which distinct people within (moment − <paramref name="within"/>, moment] became more
    /// than <paramref name="people"/>; null when they are not more now. It depends on the posts alone and not on when somebody looks, so
    /// everybody who looks names the same episode.
    /// </summary>
    public static DateTimeOffset? Find(IEnumerable<Post> posts, int people, TimeSpan within, DateTimeOffset now)
    {
        var moves = posts
            .Where(post => post.Author is { IsBot: not true } && post.CreatedAt <= now)
            .SelectMany(post => new[] { (At: post.CreatedAt, Change: 1, post.Author!.Key), (At: post.CreatedAt + within, Change: -1, post.Author.Key) })
            .Where(move => move.At <= now)
            .GroupBy(move => move.At)
            .OrderBy(moment => moment.Key);
        var postsOf = new Dictionary<string, int>(StringComparer.Ordinal);
        DateTimeOffset? crossing = null;
        foreach (var moment in moves)
        {
            foreach (var (_, change, key) in moment)
            {
                postsOf[key] = postsOf.GetValueOrDefault(key) + change;
            }

            crossing = postsOf.Values.Count(count => count > 0) <= people ? null : crossing ?? moment.Key;
        }

        return crossing;
    }
}
