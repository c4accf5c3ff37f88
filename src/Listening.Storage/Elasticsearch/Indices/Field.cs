using System.Text.Json.Nodes;

namespace Listening.Storage.Elasticsearch;

/// <summary>Fields of a mapping, named for what they are used for.</summary>
internal static class Field
{
    public static JsonObject Of(string type) => new() { ["type"] = type };

    /// <summary>Found, sorted and counted as it is.</summary>
    public static JsonObject Keyword(int? ignoreAbove = null, string? normalizer = null)
    {
        var field = Of("keyword");
        if (ignoreAbove is { } limit)
        {
            field["ignore_above"] = limit;
        }

        if (normalizer is not null)
        {
            field["normalizer"] = normalizer;
        }

        return field;
    }

    /// <summary>Handed out, never looked for; of any length.</summary>
    public static JsonObject Shown() => new() { ["type"] = "keyword", ["index"] = false, ["doc_values"] = false };

    /// <summary>Found, never sorted or counted.</summary>
    public static JsonObject Found() => new() { ["type"] = "keyword", ["doc_values"] = false };

    public static JsonObject Date() => new() { ["type"] = "date", ["format"] = "strict_date_optional_time||epoch_millis" };

    /// <summary>JSON that only we read.</summary>
    public static JsonObject Opaque() => new() { ["type"] = "object", ["enabled"] = false };

    public static JsonObject Object(JsonObject properties) => new() { ["properties"] = properties };
}
