using Listening.Connectors.Http;
using Listening.Posts;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>
/// Addresses of people. A host leaves its own name out of those of its users; it is filled in from the account's address, because the
/// host that was polled may go by another name and one person must not get two.
/// </summary>
internal static class MastodonNames
{
    public const string Platform = "mastodon";

    /// <summary><c>@user@host</c>.</summary>
    public static string? Handle(string? acct, string? address, string polledHost)
    {
        if (acct?.TrimStart('@') is not { Length: > 0 } name)
        {
            return null;
        }

        var at = name.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? $"@{name}@{HostName.Of(address) ?? polledHost}" : $"@{name[..at]}@{name[(at + 1)..].ToLowerInvariant()}";
    }

    public static string? Handle(MastodonAccount account, string polledHost) => Handle(account.Acct, account.Uri ?? account.Url, polledHost);

    /// <summary>The actor's uri, else the profile's address (before 4.2), else the handle.</summary>
    public static string? Key(MastodonAccount account, string polledHost) =>
        account.Uri ?? account.Url ?? (Handle(account, polledHost) is { } handle ? StandIn(handle) : null);

    /// <summary>What stands for an author whose key is not known yet.</summary>
    public static string StandIn(string handle) => AuthorKey.StandIn(Platform, handle);

    public static string? Key(MastodonMention mention, string polledHost) =>
        Handle(mention.Acct, mention.Url, polledHost) is { } handle ? StandIn(handle) : null;

    /// <summary>The host in a post's global id, tag URIs of old servers (<c>tag:host,date:...</c>) included.</summary>
    public static string? HostOf(string uri)
    {
        if (!uri.StartsWith("tag:", StringComparison.Ordinal))
        {
            return HostName.Of(uri);
        }

        var end = uri.IndexOf(',', StringComparison.Ordinal);
        return end > 4 ? HostName.Of($"https://{uri[4..end]}") : null;
    }
}
