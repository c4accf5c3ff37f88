namespace Listening.Tests.EndToEnd.Federation;

/// <summary>What a store has to hold of one post of the script.</summary>
internal sealed record ExpectedEntry
{
    /// <summary>The word that stands in this post alone.</summary>
    public required string Word { get; init; }

    public required string PostKey { get; init; }

    public required string AuthorKey { get; init; }

    public required ExpectedPresence Presence { get; init; }

    /// <summary>Why, in a few words.</summary>
    public required string Because { get; init; }

    /// <summary>Where it is and what happened to it there, for whoever has to find out why a worker got it wrong.</summary>
    public string Story { get; init; } = "";

    /// <summary>What it is if the store holds it although it must not.</summary>
    public DifferenceKind IfHeld { get; init; } = DifferenceKind.Invented;

    /// <summary>Whether the word may stand nowhere in an export.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Null: left open.</summary>
    public string? Text { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public int Likes { get; init; }

    /// <summary>Null where hosts disagree.</summary>
    public bool? IsBot { get; init; }

    /// <summary>Null: left open.</summary>
    public bool? IsSearchable { get; init; }

    /// <summary>The alt texts.</summary>
    public IReadOnlyList<string> Alts { get; init; } = [];
}
