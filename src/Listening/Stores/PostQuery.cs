namespace Listening.Stores;

/// <summary>A question for posts of a hashtag. Null means no bound.</summary>
public sealed record PostQuery
{
    /// <summary>The folded hashtag.</summary>
    public required string Hashtag { get; init; }

    /// <summary>What the text must and must not hold; with it only searchable posts are found.</summary>
    public TextQuery? Text { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    public string? AuthorKey { get; init; }

    public string? Platform { get; init; }

    public PostSort Sort { get; init; } = PostSort.Newest;

    /// <summary>1 to 1,000 posts.</summary>
    public int Limit { get; init; } = 25;

    /// <summary>Where the page before this one ended.</summary>
    public PostCursor? After { get; init; }
}
