using System.Net;
using System.Text.Json;

namespace Listening.Storage.Elasticsearch;

/// <summary>Reads and classifies an HTTP answer.</summary>
internal static class AnswerReader
{
    /// <summary>
    /// Type of the error where an index cannot be made, nearly always because the cluster has as many shards as it may. It comes with status 400
    /// although nothing is wrong with the request, which can be sent again once there is room.
    /// </summary>
    public const string NoRoomForAnIndex = "validation_exception";

    public static async Task<ElasticsearchAnswer> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var status = (int)response.StatusCode;
        var bytes = await response.Content.ReadAsByteArrayAsync(ct);
        if (response.StatusCode == HttpStatusCode.RequestEntityTooLarge)
        {
            return new(status, AnswerOutcome.TooLarge, ErrorType: "request_too_large", Reason: "the request is larger than the server takes");
        }

        if (!IsJson(response) || Parse(bytes) is not { } body)
        {
            var outcome = OutcomeOf(status, errorType: null);
            var isStatusEnough = outcome is AnswerOutcome.Unauthorized or AnswerOutcome.Throttled or AnswerOutcome.Unavailable;
            return new(status, isStatusEnough ? outcome : AnswerOutcome.Transport, Reason: $"an answer {status} that is not JSON");
        }

        var (type, reason) = ErrorOf(body);
        return new(status, OutcomeOf(status, type), body, type, reason);
    }

    /// <summary>What a status means, of a whole answer or of one item of a bulk.</summary>
    public static AnswerOutcome OutcomeOf(int status, string? errorType) => status switch
    {
        >= 200 and < 300 => AnswerOutcome.Ok,
        401 or 403 => AnswerOutcome.Unauthorized,
        404 => AnswerOutcome.NotFound,
        409 => AnswerOutcome.Conflict,
        429 => AnswerOutcome.Throttled,
        400 when errorType == NoRoomForAnIndex => AnswerOutcome.Throttled,
        >= 500 => AnswerOutcome.Unavailable,
        _ => AnswerOutcome.Rejected,
    };

    /// <summary>Type and reason of an error object, which is sometimes a plain string; of several nested ones the innermost names the cause.</summary>
    public static (string? Type, string? Reason) ErrorOf(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("error", out var error))
        {
            return (null, null);
        }

        return error.ValueKind == JsonValueKind.String ? (null, error.GetString()) : Innermost(error);
    }

    private static (string? Type, string? Reason) Innermost(JsonElement error)
    {
        if (error.ValueKind != JsonValueKind.Object)
        {
            return (null, null);
        }

        var isWrapper = Text(error, "type") is "search_phase_execution_exception";
        if (isWrapper && error.TryGetProperty("root_cause", out var roots) && roots.ValueKind == JsonValueKind.Array && roots.GetArrayLength() > 0)
        {
            return Innermost(roots[0]);
        }

        return isWrapper && error.TryGetProperty("caused_by", out var cause) ? Innermost(cause) : (Text(error, "type"), Text(error, "reason"));
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // Newer servers answer with a vendor type such as application/vnd.elasticsearch+json.
    private static bool IsJson(HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType is { } type
        && (type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/vnd.elasticsearch+json", StringComparison.OrdinalIgnoreCase));

    private static JsonElement? Parse(byte[] bytes)
    {
        try
        {
            return JsonElement.Parse(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
