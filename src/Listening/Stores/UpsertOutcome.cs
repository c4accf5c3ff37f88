namespace Listening.Stores;

/// <summary>What became of a batch; the three add up to its distinct posts.</summary>
/// <param name="Stored">Posts that were not known.</param>
/// <param name="Updated">Known posts that changed.</param>
/// <param name="Unchanged">Known posts to which the batch added nothing.</param>
public sealed record UpsertOutcome(int Stored, int Updated, int Unchanged)
{
    public static UpsertOutcome None { get; } = new(0, 0, 0);

    public UpsertOutcome Plus(UpsertOutcome other) => new(Stored + other.Stored, Updated + other.Updated, Unchanged + other.Unchanged);
}
