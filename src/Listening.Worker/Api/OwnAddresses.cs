using System.Net;

namespace Listening.Worker.Api;

/// <summary>
/// Under which names this worker may be asked: what <c>Api:Urls</c> says, and any loopback name with a port of ours. Everything else is a
/// page elsewhere that had its own name resolve to this computer.
/// </summary>
internal sealed class OwnAddresses(IReadOnlyList<Uri> configured)
{
    public bool IsHostOurs(HttpContext context)
    {
        var host = context.Request.Host;
        return host.HasValue && IsOurs(host.Host, host.Port ?? (context.Request.IsHttps ? 443 : 80), context.Connection.LocalPort);
    }

    public bool IsOriginOurs(string? origin, int localPort) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && IsOurs(uri.Host, uri.Port, localPort);

    private bool IsOurs(string host, int port, int localPort) =>
        configured.Any(uri => uri.Port == port && string.Equals(uri.Host, host, StringComparison.OrdinalIgnoreCase))
        || (IsLoopback(host) && (port == localPort || configured.Any(uri => uri.Port == port && IsLoopback(uri.Host))));

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
