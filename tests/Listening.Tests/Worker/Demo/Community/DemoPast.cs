using Listening.Worker.Demo.Community;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.Worker.Demo.Community;

/// <summary>Twelve weeks of the demo, once for all who look at them.</summary>
internal static class DemoPast
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 24, 16, 30, 0, TimeSpan.Zero);

    /// <summary>In the order of time.</summary>
    public static IReadOnlyList<ScriptedPost> Posts { get; } = Of(seed: 7, Now);

    public static ILookup<string?, ScriptedPost> Answers { get; } = Posts.ToLookup(post => post.ReplyTo, StringComparer.Ordinal);

    private static readonly Dictionary<string, ScriptedPost> ByKey = Posts.ToDictionary(post => post.Key, StringComparer.Ordinal);

    /// <summary>Who is answered by a post; null where it answers none, or one from before these weeks.</summary>
    public static ScriptedAccount? Answered(ScriptedPost post) => post.ReplyTo is { } key ? ByKey.GetValueOrDefault(key)?.Author : null;

    public static IReadOnlyList<ScriptedPost> Of(int seed, DateTimeOffset now)
    {
        var story = new DemoCommunity(seed, now).Story;
        return [.. story.Between(story.Begins, now).OrderBy(post => post.CreatedAt).ThenBy(post => post.Key, StringComparer.Ordinal)];
    }
}
