using System.Globalization;
using System.Text.Json;
using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>Is it an Elasticsearch that we know?</summary>
internal static class VersionCheck
{
    public const string Name = "elasticsearch version";

    public static async Task<StoreCheck> ExamineAsync(ElasticsearchClient client, CancellationToken ct)
    {
        var body = await client.RequireAsync(ElasticsearchRequest.Get(""), ct);
        var version = body.TryGetProperty("version", out var stated) ? stated : default;
        var number = Text(version, "number") ?? "unknown";
        if (Text(version, "distribution") is { } other)
        {
            return new(Name, IsOk: false, $"{other} {number}, which is not tested", "use Elasticsearch 8 or 9");
        }

        return number.Split('.')[0] is "8" or "9"
            ? new(Name, IsOk: true, $"{number}, cluster {Text(body, "cluster_name")}")
            : new(Name, IsOk: false, string.Create(CultureInfo.InvariantCulture, $"{number}, which is not known"), "use Elasticsearch 8 or 9");
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
