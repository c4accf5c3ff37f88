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

    public string Name => "store";

    /// <summary>Whether the last line was read: a file without it was not written, or not copied, to its end.</summary>
    public bool IsComplete { get; private set; }

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

    public void Pass(ReadOnlyMemory<byte> line) => IsComplete |= line.Span.StartsWith(LastLine);

    /// <summary>
    /// What a line holds that is no post, and how it is stored; null for the first and the last line. Throws <see cref="RejectedLineException"/>,
    /// and <see cref="CommandFailedException"/> where this version cannot read the file.
    /// </summary>
    public (StorePart Part, object Value)? ReadRecord(ImportedLine line, StoreParts parts)
    {
        var (record, value) = Parse(line);
        switch (record)
        {
            case StoreLine.Beginning:
                return value.ValueKind == JsonValueKind.Object && value.TryGetProperty("version", out var version) && version.TryGetInt32(out var number) && number <= StoreLine.Version
                    ? null
                    : throw new CommandFailedException("The file was written by a newer version of Listening: update Listening, then import it again.");
            case StoreLine.End:
                IsComplete = true;
                return null;
            default:
                var part = parts.Find(record) ?? throw new RejectedLineException($"record: '{record}' is not known to this version");
                return (part, part.Parse(value));
        }
    }

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
