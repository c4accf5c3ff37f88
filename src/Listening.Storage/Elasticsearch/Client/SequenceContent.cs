using System.Buffers;
using System.Net;

namespace Listening.Storage.Elasticsearch;

/// <summary>A body in pooled blocks. Its length is known, so that it is sent with Content-Length, and it can be sent again.</summary>
internal sealed class SequenceContent(ReadOnlySequence<byte> body) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        foreach (var block in body)
        {
            await stream.WriteAsync(block, cancellationToken);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
