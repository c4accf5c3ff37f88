using System.Text.Json;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd;

/// <summary>What a store has to hold of a post, taken from the host's own list and not from anything of the product.</summary>
internal sealed record ExpectedPost(string Key, string Author, DateTimeOffset CreatedAt, string Text, bool IsBot, bool IsRanked)
{
    /// <summary>Everything that may be kept of what the hosts list now; where several know a post, its home says the time.</summary>
    public static IReadOnlyList<ExpectedPost> Of(IEnumerable<ScriptedHost> hosts) =>
    [
        .. hosts.SelectMany(host => host.Statuses())
            .Where(status => !status.Post.Author.Bio.Contains("NoBot", StringComparison.Ordinal))
            .GroupBy(status => status.Uri)
            .Select(copies => copies.OrderByDescending(status => status.IsLocal).First())
            .Select(Of)
            .OrderBy(post => post.Key, StringComparer.Ordinal),
    ];

    /// <summary>What is compared with <see cref="Facts(JsonElement)"/>.</summary>
    public static (string Key, string Author, DateTimeOffset At, string Text) Facts(ExpectedPost post) => (post.Key, post.Author, post.CreatedAt, post.Text);

    /// <summary>The same of a line of the export.</summary>
    public static (string Key, string Author, DateTimeOffset At, string Text) Facts(JsonElement post) => (
        post.GetProperty("post_key").GetString()!,
        post.GetProperty("author").GetProperty("key").GetString()!,
        post.GetProperty("created_at").GetDateTimeOffset(),
        post.GetProperty("text").GetString()!);

    private static ExpectedPost Of(ScriptedStatus status)
    {
        var post = status.Post;
        var second = DateTimeOffset.FromUnixTimeSeconds(post.CreatedAt.ToUnixTimeSeconds());
        return new ExpectedPost(
            status.Uri,
            status.Uri[..status.Uri.IndexOf("/statuses/", StringComparison.Ordinal)],
            status.IsLocal ? post.CreatedAt : second,
            post.Text,
            post.Author.Bot,
            !post.Author.Bot && post.Author.Discoverable is not false);
    }
}
