using Listening.Stores;

namespace Listening.Worker.Imports;

/// <summary>What became of all posts so far, as <see cref="UpsertOutcome"/> says it of one batch.</summary>
internal sealed record Tally(long Stored, long Updated, long Unchanged)
{
    public Tally Plus(UpsertOutcome batch) => new(Stored + batch.Stored, Updated + batch.Updated, Unchanged + batch.Unchanged);
}
