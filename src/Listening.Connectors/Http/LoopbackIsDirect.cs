using System.Net;

namespace Listening.Connectors.Http;

/// <summary>A proxy that is never asked for this machine itself.</summary>
internal sealed class LoopbackIsDirect(IWebProxy proxy) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => proxy.Credentials;
        set => proxy.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => proxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || proxy.IsBypassed(host);
}
