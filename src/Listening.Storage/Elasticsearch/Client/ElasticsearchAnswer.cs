using System.Text.Json;

namespace Listening.Storage.Elasticsearch;

/// <summary>An answer, read to its end and classified.</summary>
/// <param name="Status">HTTP status; 0 where there was no answer.</param>
/// <param name="Outcome">What it means.</param>
/// <param name="Body">The JSON; undefined where there is none.</param>
/// <param name="ErrorType">Elasticsearch's name of the error.</param>
/// <param name="Reason">Its words, or ours for a broken connection. May quote what was sent: never logged.</param>
internal sealed record ElasticsearchAnswer(int Status, AnswerOutcome Outcome, JsonElement Body = default, string? ErrorType = null, string? Reason = null)
{
    /// <summary>True when an earlier attempt got no clear answer and may have been carried out: a conflict can then be our own doing.</summary>
    public bool IsRepeated { get; init; }

    public bool IsOk => Outcome == AnswerOutcome.Ok;

    public bool MayBeRetried => Outcome is AnswerOutcome.Transport or AnswerOutcome.Throttled or AnswerOutcome.Unavailable;

    public static ElasticsearchAnswer Broken(string reason) => new(0, AnswerOutcome.Transport, Reason: reason);
}
