using System.Text.Json;

namespace Listening.Storage.Elasticsearch;

/// <summary>The answers to the actions of one bulk, in their order.</summary>
internal static class BulkItems
{
    private static readonly BulkResult Created = new(BulkOutcome.Done, Status: 201);

    public static IReadOnlyList<BulkResult> Read(JsonElement body) => body.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
        ? [.. items.EnumerateArray().Select(item => ReadItem(item.EnumerateObject().First()))]
        : [];

    /// <summary>The meaning of an item's status, where the whole request stands for it.</summary>
    public static AnswerOutcome AsAnswer(int status) => status switch
    {
        403 => AnswerOutcome.Unauthorized,
        400 or 429 => AnswerOutcome.Throttled,
        404 => AnswerOutcome.NotFound,
        _ => AnswerOutcome.Unavailable,
    };

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

    private static BulkOutcome OutcomeOf(string operation, int status, string? errorType) => status switch
    {
        >= 200 and < 300 => BulkOutcome.Done,
        404 when operation == "delete" => BulkOutcome.Done,
        409 => BulkOutcome.Conflict,
        403 or 404 or 429 or >= 500 => BulkOutcome.Retry,
        400 when errorType == AnswerReader.NoRoomForAnIndex => BulkOutcome.Retry,
        _ => BulkOutcome.Rejected,
    };
}
