namespace Listening.Storage.Elasticsearch;

/// <summary>What became of one action.</summary>
internal sealed record BulkResult(BulkOutcome Outcome, int Status, string? ErrorType = null, string? Reason = null)
{
    /// <summary>Whether the same request was sent before and its answer got lost.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Whether the action did what it should, now or when its answer got lost: then the conflict is most likely with itself.</summary>
    public bool IsCarriedOut => Outcome == BulkOutcome.Done || (Outcome == BulkOutcome.Conflict && IsRepeated);
}
