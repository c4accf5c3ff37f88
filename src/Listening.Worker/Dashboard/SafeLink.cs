namespace Listening.Worker.Dashboard;

/// <summary>Addresses that came out of content and may be followed by a click.</summary>
public static class SafeLink
{
    /// <summary>What every link to elsewhere says: we vouch for nothing there and tell nobody where the reader came from.</summary>
    public const string Rel = "nofollow noopener noreferrer";

    /// <summary>The address, or null for everything that is not http or https.</summary>
    public static string? Of(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 ? uri.AbsoluteUri : null;
}
