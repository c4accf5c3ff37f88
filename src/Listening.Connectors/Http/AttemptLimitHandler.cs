using System.Buffers;
using Listening.Polling;

namespace Listening.Connectors.Http;

/// <summary>
/// Reads the whole body inside the attempt, so that a retry covers it, and ends an attempt after <see cref="Silence"/> without a byte,
/// <see cref="Total"/> in all, or <see cref="MaxBytes"/>.
/// </summary>
internal sealed class AttemptLimitHandler(TimeProvider time) : DelegatingHandler
{
    public const int MaxBytes = 16 * 1024 * 1024;

    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan Total = TimeSpan.FromSeconds(30);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(Silence, time);
        using var total = new CancellationTokenSource(Total, time);
        using var limits = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token, total.Token);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, limits.Token);
            silence.CancelAfter(Silence);
            await BufferAsync(response, silence, limits.Token);
            return response;
        }
        catch (Exception exception)
        {
            response?.Dispose();
            var timedOut = silence.IsCancellationRequested || total.IsCancellationRequested;
            if (!cancellationToken.IsCancellationRequested && InOurTerms(exception, request.RequestUri!, timedOut) is { } fault)
            {
                throw fault;
            }

            throw;
        }
    }

    private static async Task BufferAsync(HttpResponseMessage response, CancellationTokenSource silence, CancellationToken ct)
    {
        using var whole = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(32 * 1024);
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(ct);
            int read;
            while ((read = await body.ReadAsync(buffer, ct)) > 0)
            {
                silence.CancelAfter(Silence);
                whole.Write(buffer, 0, read);
                if (whole.Length > MaxBytes)
                {
                    throw new UnexpectedPayloadException(
                        $"{HostName.Of(response.RequestMessage!.RequestUri!)} sent more than {MaxBytes / 1024 / 1024} MB for one page, which was not read.");
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        var content = new ByteArrayContent(whole.ToArray());
        foreach (var (name, values) in response.Content.Headers.Where(header => header.Key != "Content-Length"))
        {
            content.Headers.TryAddWithoutValidation(name, values);
        }

        response.Content.Dispose();
        response.Content = content;
    }

    // Null: as it came. A body that breaks off is an IOException, which nobody outside knows as a fault of the network.
    private static HttpRequestException? InOurTerms(Exception exception, Uri address, bool timedOut) => exception switch
    {
        PlatformException => null,
        _ when timedOut => new AttemptTimedOutException($"{HostName.Of(address)} took too long to answer.", exception),
        HttpIOException broken => new HttpRequestException(broken.HttpRequestError, broken.Message, broken),
        IOException or InvalidDataException => new HttpRequestException(HttpRequestError.ResponseEnded, exception.Message, exception),
        _ => null,
    };
}
