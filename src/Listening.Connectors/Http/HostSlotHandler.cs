namespace Listening.Connectors.Http;

/// <summary>Waits for one of the host's slots; it stands inside the retries, so nothing is held while a retry waits.</summary>
internal sealed class HostSlotHandler(HostSlots slots) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var slot = slots.Of(request.RequestUri!);
        await slot.WaitAsync(cancellationToken);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            slot.Release();
        }
    }
}
