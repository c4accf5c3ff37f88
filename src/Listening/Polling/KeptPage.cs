using Listening.Stores;

namespace Listening.Polling;

/// <summary>What became of a page, or of several added up.</summary>
/// <param name="Outcome">What the store did.</param>
/// <param name="Withheld">Posts that were read and not kept.</param>
/// <param name="Hashtags">Followed hashtags that its posts carry.</param>
public sealed record KeptPage(UpsertOutcome Outcome, int Withheld, IReadOnlyCollection<string> Hashtags)
{
    public static KeptPage Nothing { get; } = new(UpsertOutcome.None, 0, []);

    /// <summary>Whether the store changed.</summary>
    public bool StoredAny => Outcome.Stored + Outcome.Updated > 0;

    public KeptPage Plus(KeptPage other) => new(Outcome.Plus(other.Outcome), Withheld + other.Withheld, [.. Hashtags.Union(other.Hashtags, StringComparer.Ordinal)]);
}
