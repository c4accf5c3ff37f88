using Listening.Polling;

namespace Listening.Connectors.Http;

/// <summary>Outermost: what the retries could not mend becomes one sentence.</summary>
internal sealed class FaultsInWordsHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException fault)
        {
            throw new PlatformUnavailableException(FaultSentences.For(request.RequestUri!, fault), fault);
        }
    }
}
