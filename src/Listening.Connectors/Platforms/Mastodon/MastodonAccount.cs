using System.Text.Json;
using Listening.Connectors.Json;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>An account as it stands in an answer.</summary>
internal sealed class MastodonAccount(JsonElement json)
{
    public string? Id => json.TextOrNull("id");

    /// <summary>From 4.2 on.</summary>
    public string? Uri => json.TextOrNull("uri");

    public string? Url => json.TextOrNull("url");

    public string? Acct => json.TextOrNull("acct") ?? UserName;

    public string? UserName => json.TextOrNull("username");

    public string? DisplayName => json.TextOrNull("display_name");

    public string? Note => json.TextOrNull("note");

    /// <summary>Names and values (HTML) of the profile's table.</summary>
    public IEnumerable<string> FieldTexts => json.Items("fields").SelectMany(row => new[] { row.TextOrNull("name"), row.TextOrNull("value") }).OfType<string>();

    public long? Followers => json.Count("followers_count");

    public bool? IsBot => json.Flag("bot");

    public bool? IsGroup => json.Flag("group");

    public bool? Discoverable => json.Flag("discoverable");

    /// <summary>From 4.3 on.</summary>
    public bool? Indexable => json.Flag("indexable");

    /// <summary>Stated for the host's own users only.</summary>
    public bool? NoIndex => json.Flag("noindex");
}
