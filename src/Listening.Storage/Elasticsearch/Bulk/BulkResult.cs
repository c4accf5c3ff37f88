namespace Listening.Storage.Elasticsearch;

/// <summary>What became of one action.</summary>
internal sealed record BulkResult(BulkOutcome Outcome, int Status, string? ErrorType = null, string? Reason = null)
{
    /// <summary>Whether the same request was sent before and its answer got lost: then a conflict is most likely with the action itself.</summary>
    public bool IsRepeated { get; init; }
}
