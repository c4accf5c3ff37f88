namespace Listening.Storage.Elasticsearch;

/// <summary>What an answer of Elasticsearch means; decided once, in <see cref="AnswerReader"/>.</summary>
internal enum AnswerOutcome
{
    Ok,
    NotFound,
    Conflict,
    Rejected,
    TooLarge,
    Throttled,
    Unavailable,
    Unauthorized,

    /// <summary>No answer, or none that Elasticsearch can have written: a broken connection, an HTML page, half a body.</summary>
    Transport,
}
