using System.Text;
using System.Text.Json;
using Listening.Posts;

namespace Listening.Worker.Imports;

/// <summary>Our own NDJSON. Fields that are not known are allowed; of those that are, only three have to be there.</summary>
internal sealed class ListeningFormat : IImportFormat
{
    private static readonly JsonSerializerOptions Strict = new(ListeningJson.Options) { RespectNullableAnnotations = true };

    private static readonly string[] Required = ["post_key", "platform", "created_at"];

    private static readonly byte[][] Signs = [.. new[] { "\"post_key\"", "\"platform\"", "\"matched\"", "\"seen_via\"" }.Select(Encoding.UTF8.GetBytes)];

    public string Name => "ndjson";

    public bool Recognizes(ImportedLine line) =>
        line.Bytes is [(byte)'{', ..] && Array.Exists(Signs, sign => line.Bytes.AsSpan().IndexOf(sign) >= 0);

    public Post? Read(ReadOnlyMemory<byte> line, DateTimeOffset now)
    {
        using var document = Parse(line);
        var fields = document.RootElement;
        if (fields.ValueKind != JsonValueKind.Object)
        {
            throw new RejectedLineException("no JSON object");
        }

        foreach (var name in Required)
        {
            Require(fields.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null, name, "is missing");
        }

        var post = Deserialize(fields);
        PostFaults.Check(post);
        return post.IsDeleted ? post.ToTombstone() : Live(post, fields, now);
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException e)
        {
            throw new RejectedLineException("no JSON object", e);
        }
    }

    private static Post Deserialize(JsonElement fields)
    {
        try
        {
            return fields.Deserialize<Post>(Strict)!;
        }
        catch (JsonException e)
        {
            var path = e.Path is { Length: > 2 } named ? named[2..] : "line";
            throw new RejectedLineException($"{path}: is not of the right kind", e);
        }
    }

    // A conversation key that the line states as unknown stays unknown; only where it says nothing the usual rule holds.
    private static Post Live(Post post, JsonElement fields, DateTimeOffset now)
    {
        Require(post.Author is not null, "author", "is missing");
        var seenVia = post.SeenVia.DistinctBy(via => via.Host).OrderBy(via => via.Host, StringComparer.Ordinal).ToList();
        var saysThread = fields.TryGetProperty("thread_key", out _);
        var created = Post.Create(post with
        {
            Platform = post.Platform.ToLowerInvariant(),
            SeenVia = seenVia,
            FirstSeenAt = post.FirstSeenAt ?? now,
            ContentHost = ContentHostOf(post.Host, seenVia),
            Links = [.. post.Links.Where(link => PostLink.FromUrl(link.Url) is not null)],
            Searchable = Consent.IsSearchable(post.Host, seenVia, unstated: post.Searchable),
        });
        return saysThread ? created with { ThreadKey = post.ThreadKey } : created;
    }

    // No export says whose copy gave the text. Of equal copies merging takes the post's own host, else the first.
    private static string? ContentHostOf(string? home, List<SeenVia> seenVia) =>
        seenVia.Exists(via => via.Host == home) ? home : seenVia.FirstOrDefault()?.Host;

    private static void Require(bool isRight, string field, string fault)
    {
        if (!isRight)
        {
            throw new RejectedLineException($"{field}: {fault}");
        }
    }
}
