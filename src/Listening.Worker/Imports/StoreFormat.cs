using System.Text.Json;
using Listening.Posts;
using Listening.Worker.Commands;
using Listening.Worker.Moving;

namespace Listening.Worker.Imports;

/// <summary>A whole store: posts as they are stored, and lines of what else it holds (<see cref="StoreLine"/>).</summary>
internal sealed class StoreFormat : IImportFormat
{
    private static readonly byte[] FirstLine = [.. """{"record":"store","""u8];

    private static ReadOnlySpan<byte> LastLine => """{"record":"end","""u8;

    private static ReadOnlySpan<byte> RecordLine => """{"record":"""u8;

    private long _posts;

    public string Name => "store";

    /// <summary>Whether the last line was read: a file without it was not written, or not copied, to its end.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>
    /// Whether a line that cannot be read must not be passed over: before the first post stands whom to keep out.
    /// </summary>
    public bool IsEachLineNeeded => _posts == 0;

    public static bool IsPost(ImportedLine line) => !line.Bytes.AsSpan().StartsWith(RecordLine);

    public bool Recognizes(ImportedLine line) => line.Bytes.AsSpan().StartsWith(FirstLine);

    public Post? Read(ReadOnlyMemory<byte> line, DateTimeOffset now)
    {
        try
        {
            var post = JsonSerializer.Deserialize<Post>(line.Span, WholePostJson.Options) ?? throw new RejectedLineException("no JSON object");
            PostFaults.Check(post);
            return post;
        }
        catch (JsonException e)
        {
            throw new RejectedLineException("is no post", e);
        }
    }

    /// <summary>Is called for each line of the file, whether or not it was imported before.</summary>
    public void Meet(ImportedLine line)
    {
        _posts += IsPost(line) ? 1 : 0;
        IsComplete |= line.Bytes.AsSpan().StartsWith(LastLine);
    }

    /// <summary>
    /// What a line holds that is no post, and how it is stored; null for a line that speaks of the file. Throws <see cref="RejectedLineException"/>,
    /// and <see cref="CommandFailedException"/> where this version cannot read the file, or posts are missing in it.
    /// </summary>
    public (StorePart Part, object Value)? ReadRecord(ImportedLine line, StoreParts parts)
    {
        var (record, value) = Parse(line);
        switch (record)
        {
            case StoreLine.Beginning:
                return Number(value, "version") <= StoreLine.Version
                    ? null
                    : throw new CommandFailedException("The file was written by a newer version of Listening: update Listening, then import it again.");
            case StoreLine.Posts:
                return Number(value, "count") == _posts
                    ? null
                    : throw new CommandFailedException($"The file holds {_posts} posts and says that it has {Number(value, "count")}: it was not copied whole. What it holds is stored; export it again and import that.");
            case StoreLine.End:
                return null;
            default:
                var part = parts.Find(record) ?? throw new RejectedLineException($"record: '{record}' is not known to this version");
                return (part, part.Parse(value));
        }
    }

    private static long? Number(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var read) ? read : null;

    private static StoreLine Parse(ImportedLine line)
    {
        try
        {
            return JsonSerializer.Deserialize<StoreLine>(line.Bytes, ListeningJson.Options)!;
        }
        catch (JsonException e)
        {
            throw new RejectedLineException("no JSON object", e);
        }
    }
}
