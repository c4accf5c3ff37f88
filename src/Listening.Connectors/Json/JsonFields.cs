using System.Globalization;
using System.Text.Json;

namespace Listening.Connectors.Json;

/// <summary>Fields of an object, leniently: what is absent, null or of another type is null (or no items), numbers may be strings and the reverse.</summary>
internal static class JsonFields
{
    public static string? Text(this JsonElement json, string name) => json.Field(name) is not { } field ? null : field.ValueKind switch
    {
        JsonValueKind.String => field.GetString(),
        JsonValueKind.Number => field.GetRawText(),
        _ => null,
    };

    /// <summary>Null for an empty text too.</summary>
    public static string? TextOrNull(this JsonElement json, string name) => json.Text(name) is { Length: > 0 } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>A whole number; null when it is negative, because no count is.</summary>
    public static long? Count(this JsonElement json, string name) =>
        decimal.TryParse(json.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= long.MaxValue
            ? (long)number
            : null;

    public static bool? Flag(this JsonElement json, string name) => json.Field(name) is not { } field ? null : field.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(field.GetString(), out var flag) => flag,
        _ => null,
    };

    /// <summary>An RFC 3339 time; without a zone it is UTC.</summary>
    public static DateTimeOffset? Time(this JsonElement json, string name) =>
        json.Text(name) is { Length: >= 10 } text && text[4] == '-' && char.IsAsciiDigit(text[0])
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;

    public static JsonElement? Object(this JsonElement json, string name) =>
        json.Field(name) is { ValueKind: JsonValueKind.Object } field ? field : null;

    /// <summary>The items of an array; none where there is no array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        json.Field(name) is { ValueKind: JsonValueKind.Array } field ? field.EnumerateArray() : [];

    public static bool Has(this JsonElement json, string name) => json.Field(name) is not null;

    public static JsonElement? Field(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var field) ? field : null;
}
