using System.Diagnostics.CodeAnalysis;

namespace Listening.Connectors.Http;

/// <summary>A host that the operator configured.</summary>
/// <param name="Name">As in <see cref="HostName"/>.</param>
/// <param name="Origin">Where it is asked, without a path.</param>
internal sealed record PlatformHost(string Name, Uri Origin)
{
    /// <summary>Reads <c>name</c>, <c>name:port</c> (both https) or a URL without a path.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PlatformHost? host)
    {
        host = null;
        var trimmed = text?.Trim() ?? "";
        var address = trimmed.Contains("://", StringComparison.Ordinal) ? trimmed : $"https://{trimmed}";
        if (trimmed.Any(char.IsWhiteSpace)
            || !Uri.TryCreate(address, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https")
            || uri.PathAndQuery != "/"
            || uri.UserInfo.Length > 0
            || uri.Fragment.Length > 0
            || uri.HostNameType is UriHostNameType.Basic or UriHostNameType.Unknown
            || HostName.Of(uri) is not { } name
            || !name.All(char.IsAscii)
            || !Uri.TryCreate($"{uri.Scheme}://{name}", UriKind.Absolute, out var origin))
        {
            return false;
        }

        host = new PlatformHost(name, origin);
        return true;
    }
}
