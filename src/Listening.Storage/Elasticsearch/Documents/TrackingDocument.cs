using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Posts;

namespace Listening.Storage.Elasticsearch;

/// <summary>The shape of our own state: what kind it is, its key within the kind, and a body that only we read.</summary>
internal static class TrackingDocument
{
    public const string Hashtag = "hashtag";
    public const string Poll = "poll";
    public const string Health = "health";
    public const string Withheld = "withheld";
    public const string Author = "author";
    public const string AuthorSalt = "author_salt";
    public const string Forgotten = "forgotten";
    public const string Muted = "muted";
    public const string Missed = "missed";
    public const string DeadLetter = "dead_letter";
    public const string Import = "import";
    public const string Lease = "lease";

    public static string IdOf(string kind, string key) => PostKey.Bounded(kind, $"{kind}:{key}");

    public static JsonObject Write<T>(string kind, string key, T body) => new()
    {
        ["kind"] = kind,
        ["key"] = key,
        ["body"] = JsonSerializer.SerializeToNode(body, ListeningJson.Options),
    };

    public static T Read<T>(StoredDocument document) => document.Source.GetProperty("body").Deserialize<T>(ListeningJson.Options)!;
}
