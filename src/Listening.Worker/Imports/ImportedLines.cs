using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Listening.Worker.Imports;

/// <summary>Lines of a stream, one after the other, in bounded memory whatever the stream holds. Blank lines are left out.</summary>
internal static class ImportedLines
{
    /// <summary>Bytes that one line may have; no platform has posts of this size.</summary>
    public const int LongestLine = 4 * 1024 * 1024;

    private const int BeginningOfATooLongLine = 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> Blanks => " \t\r"u8;

    public static async IAsyncEnumerable<ImportedLine> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken ct)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        try
        {
            await foreach (var line in ReadAsync(reader, ct))
            {
                yield return line;
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    private static async IAsyncEnumerable<ImportedLine> ReadAsync(PipeReader reader, [EnumeratorCancellation] CancellationToken ct)
    {
        var (number, end) = (0L, 0L);
        byte[]? beginning = null;
        while (await reader.ReadAsync(ct) is var read && !(read.IsCompleted && read.Buffer.IsEmpty))
        {
            var rest = read.Buffer;
            while (TryTakeLine(ref rest, read.IsCompleted, out var line))
            {
                number++;
                end += line.Length + 1;
                if (Line(number, line, beginning, end) is { } found)
                {
                    yield return found;
                }

                beginning = null;
            }

            if (rest.Length > LongestLine)
            {
                beginning ??= Beginning(rest);
                end += rest.Length;
                rest = rest.Slice(rest.End);
            }

            reader.AdvanceTo(rest.Start, rest.End);
        }

        if (beginning is not null)
        {
            yield return new ImportedLine(number + 1, beginning, IsTooLong: true, end);
        }
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> rest, bool isAll, out ReadOnlySequence<byte> line)
    {
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            line = rest.Slice(0, end);
            rest = rest.Slice(rest.GetPosition(1, end));
            return true;
        }

        line = rest;
        var isLast = isAll && !rest.IsEmpty && rest.Length <= LongestLine;
        rest = isLast ? rest.Slice(rest.End) : rest;
        return isLast;
    }

    private static ImportedLine? Line(long number, ReadOnlySequence<byte> line, byte[]? beginning, long end)
    {
        if (beginning is not null || line.Length > LongestLine)
        {
            return new ImportedLine(number, beginning ?? Beginning(line), IsTooLong: true, end);
        }

        var bytes = line.ToArray();
        var start = number == 1 && bytes.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        var text = bytes.AsSpan(start).Trim(Blanks);
        return text.IsEmpty ? null : new ImportedLine(number, text.ToArray(), IsTooLong: false, end);
    }

    private static byte[] Beginning(ReadOnlySequence<byte> line) => line.Slice(0, BeginningOfATooLongLine).ToArray();
}
