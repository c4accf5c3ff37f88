using System.Text;
using System.Text.Json.Nodes;
using Listening.Posts;
using Microsoft.Extensions.Logging;

namespace Listening.Storage.Elasticsearch;

/// <summary>
/// Documents that do not fit the index and never will. They are kept with the reason, so that one of them does not hold up the page it
/// came with. The log does not repeat the reason, which quotes the document.
/// </summary>
internal sealed partial class DeadLetters(DocumentIndex tracking, TimeProvider time, ILogger<DeadLetters> logger)
{
    public async Task KeepAsync(BulkAction action, BulkResult result, CancellationToken ct)
    {
        var letter = new JsonObject
        {
            ["index"] = action.Index,
            ["id"] = action.Id,
            ["action"] = action.Operation,
            ["document"] = Encoding.UTF8.GetString(action.Source ?? []),
            ["status"] = result.Status,
            ["type"] = result.ErrorType,
            ["reason"] = result.Reason,
            ["at"] = ListeningJson.Format(time.GetUtcNow()),
        };
        var id = TrackingDocument.IdOf(TrackingDocument.DeadLetter, action.Id);
        await tracking.ReplaceAsync(id, TrackingDocument.Write(TrackingDocument.DeadLetter, action.Id, letter), ct);
        LogKept(action.Id, result.ErrorType ?? "no reason given");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Elasticsearch does not take the post {PostKey} ({Reason}): it is kept as a dead letter")]
    private partial void LogKept(string postKey, string reason);
}
