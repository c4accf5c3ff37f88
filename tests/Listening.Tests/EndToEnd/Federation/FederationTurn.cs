using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>What happens while a worker that has read the past goes on reading.</summary>
/// <param name="At">When it begins.</param>
/// <param name="Ends">When the last of it has happened.</param>
/// <param name="Changed">Posts of the past that get another future.</param>
/// <param name="New">Posts that nobody had before.</param>
internal sealed record FederationTurn(DateTimeOffset At, DateTimeOffset Ends, IReadOnlyList<ScriptedPost> Changed, IReadOnlyList<ScriptedPost> New)
{
    /// <summary>All posts in their last form.</summary>
    public IReadOnlyList<ScriptedPost> Over(IEnumerable<ScriptedPost> past)
    {
        var changed = Changed.ToDictionary(post => post.Key, StringComparer.Ordinal);
        return [.. past.Select(post => changed.GetValueOrDefault(post.Key, post)), .. New];
    }
}
