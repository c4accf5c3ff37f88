using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Posts;

namespace Listening.Storage.Elasticsearch;

/// <summary>
/// A post as a document: its exported JSON, and what only the store needs. The text of a post that may not be searched lies in
/// <c>text_unsearchable</c>, where no query looks.
/// </summary>
internal static class PostDocument
{
    /// <summary>Left out of what is read back: it is computed from the text again.</summary>
    public const string FoldedField = "folded";

    /// <summary>Hosts with ids, made so that their order as text is the order of the ids: <see cref="InOrder"/>.</summary>
    public const string SeenOrderField = "seen_order";

    private const int LongestId = 64;

    public static string IdOf(Post post) => PostKey.Bounded(post.Platform, post.PostKey);

    /// <summary>The longer id is the newer, of the same length ordinal; a null id comes before or after all others of its host.</summary>
    public static string InOrder(string platform, string host, string? id, bool atEnd = false) =>
        $"{platform}|{host}|{(id ?? (atEnd ? "~" : "")).PadLeft(LongestId, atEnd && id is null ? '~' : '!')}";

    public static byte[] Write(Post post, int schema)
    {
        var document = JsonSerializer.SerializeToNode(post, ListeningJson.Options)!.AsObject();
        document["schema"] = schema;
        document["content_host"] = post.ContentHost;
        document[SeenOrderField] = new JsonArray([.. post.SeenVia.Where(via => via.NativeId.Length <= LongestId).Select(via => (JsonNode)InOrder(post.Platform, via.Host, via.NativeId))]);
        WriteWaiting(document, "reply_to", post.ReplyTo);
        WriteWaiting(document, "repost_of", post.RepostOf);
        WriteWaiting(document, "quote_of", post.QuoteOf);
        if (post.Searchable)
        {
            document[FoldedField] = Folded(post);
        }
        else if (post.Text is not null)
        {
            document.Remove("text");
            document["text_unsearchable"] = post.Text;
        }

        if (post.Text is not null)
        {
            document["text_length"] = post.Text.Length;
        }

        return JsonSerializer.SerializeToUtf8Bytes(document, ListeningJson.Options);
    }

    public static Post Read(JsonElement source)
    {
        var post = source.Deserialize<Post>(ListeningJson.Options)!;
        return post with
        {
            Text = post.Text ?? Text(source, "text_unsearchable"),
            ContentHost = Text(source, "content_host"),
            ReplyTo = post.ReplyTo ?? ReadWaiting(source, "reply_to"),
            RepostOf = post.RepostOf ?? ReadWaiting(source, "repost_of"),
            QuoteOf = post.QuoteOf ?? ReadWaiting(source, "quote_of"),
        };
    }

    private static JsonArray Folded(Post post) =>
        [.. post.Media.Select(media => media.Alt).Prepend(post.Text).Select(SearchText.Fold).Where(folded => folded.Length > 0).Select(folded => (JsonNode)folded)];

    private static void WriteWaiting(JsonObject document, string field, PostReference? reference)
    {
        if (reference is { IsResolved: false })
        {
            document[field] = new JsonObject
            {
                ["author_key"] = reference.AuthorKey,
                ["host"] = new JsonArray([.. reference.Via.Select(id => (JsonNode)id.Host)]),
                ["native_id"] = new JsonArray([.. reference.Via.Select(id => (JsonNode)id.Id)]),
            };
        }
    }

    private static PostReference? ReadWaiting(JsonElement source, string field)
    {
        if (!source.TryGetProperty(field, out var reference) || reference.ValueKind != JsonValueKind.Object || !reference.TryGetProperty("native_id", out var ids))
        {
            return null;
        }

        var hosts = reference.GetProperty("host").EnumerateArray().Select(host => host.GetString()!);
        return new PostReference(null, Text(reference, "author_key"), [.. hosts.Zip(ids.EnumerateArray().Select(id => id.GetString()!), (host, id) => new NativeId(host, id))]);
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
