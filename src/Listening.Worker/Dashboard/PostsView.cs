using Listening.Posts;

namespace Listening.Worker.Dashboard;

/// <summary>A page of posts and what was asked for.</summary>
public sealed record PostsView
{
    public IReadOnlyList<Post> Posts { get; init; } = [];

    /// <summary>What matches in the range; null when the question could not be asked.</summary>
    public long? Total { get; init; }

    /// <summary>Posts that a text search had to leave out; 0 without one.</summary>
    public long Unsearchable { get; init; }

    public string Text { get; init; } = "";

    /// <summary><c>newest</c>, <c>oldest</c> or <c>relevance</c>.</summary>
    public string Sort { get; init; } = "newest";

    /// <summary>Key of the author whose posts are asked for; null for everybody's.</summary>
    public string? AuthorKey { get; init; }

    /// <summary>Where the next page begins; null on the last one.</summary>
    public string? Next { get; init; }

    public bool IsFirstPage { get; init; } = true;

    /// <summary>Why it could not be asked, as a sentence.</summary>
    public string? Trouble { get; init; }

    /// <summary>Whether something narrower than the range was asked for.</summary>
    public bool IsSearch => Text.Length > 0 || AuthorKey is not null;
}
