using System.Text.Json;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>What a worker's commands tell of its store.</summary>
internal sealed record StoreReading
{
    /// <summary>The lines of <c>export --format ndjson</c>.</summary>
    public IReadOnlyList<string> Export { get; init; } = [];

    /// <summary>The post keys that <c>search --text</c> finds, by the words that were asked for.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Found { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>The author keys that <c>contributors</c> names.</summary>
    public IReadOnlyList<string> Named { get; init; } = [];

    public JsonElement? Status { get; init; }

    /// <summary>Null: not asked.</summary>
    public JsonElement? Coverage { get; init; }
}
