namespace Listening.Posts;

/// <summary>A link in a post.</summary>
/// <param name="Url">The absolute address, as it was linked.</param>
/// <param name="Host">Its host in lower case, without <c>www.</c>.</param>
public sealed record PostLink(string Url, string Host)
{
    /// <summary>Null for what is no absolute http or https address.</summary>
    public static PostLink? FromUrl(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
        {
            return null;
        }

        try
        {
            var host = uri.IdnHost.ToLowerInvariant();
            return new PostLink(url, host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host);
        }
        catch (UriFormatException)
        {
            return null; // a name that no host can have, e.g. a lone soft hyphen
        }
    }
}
