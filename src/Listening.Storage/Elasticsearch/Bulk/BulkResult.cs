namespace Listening.Storage.Elasticsearch;

/// <summary>What became of one action.</summary>
internal sealed record BulkResult(BulkOutcome Outcome, int Status, string? ErrorType = null, string? Reason = null);
