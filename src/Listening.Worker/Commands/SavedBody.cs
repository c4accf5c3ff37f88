using System.Text.Json;
using Listening.Polling;

namespace Listening.Worker.Commands;

/// <summary>A body that was saved to a file, with what its meta file says of the exchange.</summary>
internal sealed record SavedBody(ReadOnlyMemory<byte> Bytes, SavedAnswer Answer)
{
    private const string MetaEnding = ".meta.json";

    /// <summary>False for meta files and expected.json, which lie beside the bodies.</summary>
    public static bool IsBody(string path) =>
        !path.EndsWith(MetaEnding, StringComparison.OrdinalIgnoreCase) && !string.Equals(Path.GetFileName(path), "expected.json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Throws <see cref="CommandFailedException"/> for what cannot be read.</summary>
    public static async Task<SavedBody> ReadAsync(string path, string? meta, Uri? from, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            throw new CommandFailedException($"The body '{path}' does not exist.");
        }

        var beside = Path.ChangeExtension(path, null) + MetaEnding;
        var bytes = await File.ReadAllBytesAsync(path, ct);
        return meta is null && !File.Exists(beside)
            ? new SavedBody(bytes, new SavedAnswer(from, 200, null, new Dictionary<string, string>()))
            : new SavedBody(bytes, await ReadMetaAsync(meta ?? beside, from, ct));
    }

    private static async Task<SavedAnswer> ReadMetaAsync(string path, Uri? from, CancellationToken ct)
    {
        try
        {
            await using var file = File.OpenRead(path);
            using var meta = await JsonDocument.ParseAsync(file, cancellationToken: ct);
            var response = Member(meta.RootElement, "response");
            var status = Member(response, "status") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var stated) ? stated : 200;
            return new SavedAnswer(from ?? Address(Member(meta.RootElement, "request")), status, Text(meta.RootElement, "content_type"), Headers(Member(response, "headers")));
        }
        catch (Exception e) when (e is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandFailedException($"The meta file '{path}' cannot be read: {e.Message.TrimEnd('.')}.", e);
        }
    }

    private static Uri? Address(JsonElement request)
    {
        if (Text(request, "host") is not { } host)
        {
            return null;
        }

        var query = string.Join('&', Texts(Member(request, "query")).Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        return Uri.TryCreate($"https://{host}{Text(request, "path")}{(query.Length > 0 ? "?" : "")}{query}", UriKind.Absolute, out var address) ? address : null;
    }

    private static Dictionary<string, string> Headers(JsonElement headers) => Texts(headers)
        .GroupBy(pair => pair.Key.ToLowerInvariant(), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => string.Join(", ", group.Select(pair => pair.Value)), StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> Texts(JsonElement members)
    {
        if (members.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var member in members.EnumerateObject())
        {
            foreach (var value in member.Value.ValueKind == JsonValueKind.Array ? [.. member.Value.EnumerateArray()] : new[] { member.Value })
            {
                yield return KeyValuePair.Create(member.Name, value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());
            }
        }
    }

    private static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
