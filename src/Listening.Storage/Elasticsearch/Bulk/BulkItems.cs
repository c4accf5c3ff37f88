using System.Text.Json;

namespace Listening.Storage.Elasticsearch;

/// <summary>The answers to the actions of one bulk, in their order.</summary>
internal static class BulkItems
{
    private static readonly BulkResult Created = new(BulkOutcome.Done, Status: 201);

    public static IReadOnlyList<BulkResult> Read(JsonElement body) => body.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
        ? [.. items.EnumerateArray().Select(item => ReadItem(item.EnumerateObject().First()))]
        : [];

    private static BulkResult ReadItem(JsonProperty item)
    {
        var status = item.Value.GetProperty("status").GetInt32();
        if (status == Created.Status)
        {
            return Created; // as nearly all of them
        }

        var (type, reason) = AnswerReader.ErrorOf(item.Value);
        return new(OutcomeOf(item.Name, status, type), status, type, reason);
    }

    private static BulkOutcome OutcomeOf(string operation, int status, string? errorType) => AnswerReader.OutcomeOf(status, errorType) switch
    {
        AnswerOutcome.Ok => BulkOutcome.Done,
        AnswerOutcome.NotFound when operation == "delete" => BulkOutcome.Done,
        AnswerOutcome.Conflict => BulkOutcome.Conflict,
        AnswerOutcome.Unauthorized or AnswerOutcome.NotFound or AnswerOutcome.Throttled or AnswerOutcome.Unavailable => BulkOutcome.Retry,
        _ => BulkOutcome.Rejected,
    };
}
