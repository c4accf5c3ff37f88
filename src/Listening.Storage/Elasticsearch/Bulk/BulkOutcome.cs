namespace Listening.Storage.Elasticsearch;

/// <summary>What became of one action of a bulk.</summary>
internal enum BulkOutcome
{
    /// <summary>Written, or gone already where it was to be deleted.</summary>
    Done,

    /// <summary>The document exists, or is newer than what the action was based on.</summary>
    Conflict,

    /// <summary>The document does not fit the mapping or the limits; it will not fit later either.</summary>
    Rejected,

    /// <summary>Not now; the same action can be sent again.</summary>
    Retry,
}
