using System.Text.Json;
using Listening.Connectors.Json;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>What a host says of itself.</summary>
/// <param name="Access">What it shows to whom; null where it does not say.</param>
/// <param name="Version">Of its software; null where it does not say.</param>
/// <param name="Terms">Where its rules can be read; null where it does not say.</param>
internal sealed record MastodonInstance(MastodonAccess? Access, string? Version, Uri? Terms)
{
    public static MastodonInstance Unknown { get; } = new(null, null, null);

    public static MastodonInstance Of(JsonElement document) => new(MastodonAccess.Of(document), document.TextOrNull("version"), TermsOf(document));

    private static Uri? TermsOf(JsonElement document)
    {
        var urls = document.Object("configuration")?.Object("urls");
        var link = urls?.TextOrNull("terms_of_service") ?? urls?.TextOrNull("about") ?? urls?.TextOrNull("privacy_policy");
        return Uri.TryCreate(link, UriKind.Absolute, out var terms) ? terms : null;
    }
}
