using System.Buffers;
using System.Text.Json.Nodes;

namespace Listening.Storage.Elasticsearch;

/// <summary>One call. Every call of ours may be repeated: ids are deterministic and changes carry the version they are based on.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path and query below the node's address.</param>
/// <param name="Body">What is sent, untouched until the call ends; empty: nothing.</param>
internal sealed record ElasticsearchRequest(HttpMethod Method, string Path, ReadOnlySequence<byte> Body = default)
{
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Lines of JSON instead of one value.</summary>
    public bool IsLines { get; init; }

    /// <summary>How long one attempt may take, from connecting to the last byte.</summary>
    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    public static ElasticsearchRequest Get(string path) => new(HttpMethod.Get, path);

    public static ElasticsearchRequest Post(string path, JsonNode? body = null) => new(HttpMethod.Post, path, Bytes(body));

    public static ElasticsearchRequest Put(string path, JsonNode? body = null) => new(HttpMethod.Put, path, Bytes(body));

    public static ElasticsearchRequest Delete(string path) => new(HttpMethod.Delete, path);

    /// <summary>One part of a path: ids hold slashes, colons and question marks.</summary>
    public static string Segment(string text) => Uri.EscapeDataString(text);

    private static ReadOnlySequence<byte> Bytes(JsonNode? body) => body is null ? default : new(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(body, Posts.ListeningJson.Options));
}
