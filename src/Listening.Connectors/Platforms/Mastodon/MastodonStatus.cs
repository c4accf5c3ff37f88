using System.Text.Json;
using Listening.Connectors.Json;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>A status as it stands in an answer.</summary>
internal sealed class MastodonStatus(JsonElement json)
{
    public string? Id => json.TextOrNull("id");

    public string? Uri => json.TextOrNull("uri");

    public string? Url => json.TextOrNull("url");

    public MastodonAccount? Account => json.Object("account") is { } account ? new MastodonAccount(account) : null;

    public DateTimeOffset? CreatedAt => json.Time("created_at");

    public DateTimeOffset? EditedAt => json.Time("edited_at");

    /// <summary>HTML.</summary>
    public string? Content => json.TextOrNull("content");

    /// <summary>The content warning, plain text.</summary>
    public string? SpoilerText => json.TextOrNull("spoiler_text");

    public string? Language => json.TextOrNull("language");

    public string? Visibility => json.TextOrNull("visibility");

    public bool? Sensitive => json.Flag("sensitive");

    public string? InReplyToId => json.TextOrNull("in_reply_to_id");

    public string? InReplyToAccountId => json.TextOrNull("in_reply_to_account_id");

    public long? Replies => json.Count("replies_count");

    public long? Reblogs => json.Count("reblogs_count");

    public long? Favourites => json.Count("favourites_count");

    /// <summary>From 4.5 on.</summary>
    public long? Quotes => json.Count("quotes_count");

    public IEnumerable<string> Tags => json.Items("tags").Select(tag => tag.TextOrNull("name")).OfType<string>();

    public IEnumerable<MastodonMention> Mentions =>
        json.Items("mentions").Select(mention => new MastodonMention(mention.TextOrNull("id"), mention.TextOrNull("acct") ?? mention.TextOrNull("username"), mention.TextOrNull("url")));

    public IEnumerable<JsonElement> Attachments => json.Items("media_attachments").Where(attachment => attachment.ValueKind == JsonValueKind.Object);

    public string? CardUrl => json.Object("card")?.TextOrNull("url");

    public MastodonStatus? Reblog => json.Object("reblog") is { } reblog ? new MastodonStatus(reblog) : null;

    /// <summary>The quoted status, if its author agreed (4.4 on): whole, or shallow with its id only.</summary>
    public (string? Id, MastodonStatus? Status)? AcceptedQuote
    {
        get
        {
            if (json.Object("quote") is not { } quote || quote.Text("state") != "accepted")
            {
                return null;
            }

            var status = quote.Object("quoted_status") is { } quoted ? new MastodonStatus(quoted) : null;
            return (status?.Id ?? quote.TextOrNull("quoted_status_id"), status);
        }
    }

    /// <summary>Tells a status from everything else that hosts answer with: edits have no id, polls and tags no account, notifications no content.</summary>
    public static bool IsLike(JsonElement json) =>
        json.TextOrNull("id") is not null && json.Object("account") is not null && (json.Has("content") || json.Has("reblog"));
}
