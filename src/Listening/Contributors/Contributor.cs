using Listening.Posts;

namespace Listening.Contributors;

/// <summary>An author ranked within a hashtag, with every number behind the place.</summary>
public sealed record Contributor
{
    /// <summary>Place in the list, from 1.</summary>
    public int Rank { get; init; }

    public required Author Author { get; init; }

    /// <summary>What the list is ordered by.</summary>
    public double Score { get; init; }

    /// <summary>Points before confirmation; null in lists that only count.</summary>
    public double? Points { get; init; }

    /// <summary>What the points are made of; empty in lists that only count.</summary>
    public IReadOnlyList<ContributorFactor> Factors { get; init; } = [];

    /// <summary>Who confirms the points; null in lists that only count.</summary>
    public ConfirmedBy? ConfirmedBy { get; init; }

    public bool IsStarter { get; init; }

    public bool IsVouched { get; init; }

    /// <summary>Own posts, replies and quotes in the list's window, uncapped.</summary>
    public int Posts { get; init; }

    /// <summary>Days with own words in the window, in the hashtag's zone.</summary>
    public int Days { get; init; }

    public DateTimeOffset FirstAt { get; init; }

    public DateTimeOffset LastAt { get; init; }
}
