using Microsoft.Extensions.Options;

namespace Listening.Connectors.Http;

/// <summary>Says on every request who asks, and lets nothing but GET through.</summary>
internal sealed class IdentifyingHandler(IOptions<HttpOptions> options) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get)
        {
            throw new InvalidOperationException($"Platforms are only read: {request.Method} is no GET.");
        }

        request.Headers.Remove("User-Agent");
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent.For(options.Value));
        return base.SendAsync(request, cancellationToken);
    }
}
