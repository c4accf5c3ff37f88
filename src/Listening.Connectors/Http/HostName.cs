namespace Listening.Connectors.Http;

/// <summary>A host as it is shown, stored and compared: <c>name</c> or <c>name:port</c> in lower case, a default port left out.</summary>
internal static class HostName
{
    public static string? Of(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? Of(uri) : null;

    /// <summary>Null for an address without a host.</summary>
    public static string? Of(Uri uri)
    {
        if (!uri.IsAbsoluteUri || uri.Host.Length == 0)
        {
            return null;
        }

        var name = Ascii(uri).ToLowerInvariant();
        return uri.IsDefaultPort || uri.Port < 0 ? name : FormattableString.Invariant($"{name}:{uri.Port}");
    }

    private static string Ascii(Uri uri)
    {
        if (uri.HostNameType is not UriHostNameType.Dns)
        {
            return uri.Host;
        }

        try
        {
            return uri.IdnHost;
        }
        catch (UriFormatException)
        {
            return uri.Host;
        }
    }
}
