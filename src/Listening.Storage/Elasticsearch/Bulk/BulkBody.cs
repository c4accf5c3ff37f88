using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.IO;

namespace Listening.Storage.Elasticsearch;

/// <summary>The lines of one request, written straight from the records into pooled memory.</summary>
internal sealed class BulkBody(RecyclableMemoryStream lines) : IDisposable
{
    /// <summary>One document a line; what it is written from is valid by its type.</summary>
    public static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Utf8JsonWriter _json = new((IBufferWriter<byte>)lines, JsonOptions);
    private readonly List<int> _positions = [];

    public ReadOnlySequence<byte> Lines => lines.GetReadOnlySequence();

    public long Length => lines.Length;

    /// <summary>Where the actions stood in the list that is written.</summary>
    public IReadOnlyList<int> Positions => _positions;

    public void Add(int position, BulkAction action)
    {
        _positions.Add(position);
        action.WriteHeader(_json);
        EndLine();
        if (action.Document is { } document)
        {
            document(_json);
            EndLine();
        }
    }

    public void Dispose()
    {
        _json.Dispose();
        lines.Dispose();
    }

    private void EndLine()
    {
        _json.Flush();
        _json.Reset();
        lines.WriteByte((byte)'\n');
    }
}
