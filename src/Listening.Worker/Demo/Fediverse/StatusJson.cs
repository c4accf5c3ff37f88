using System.Globalization;
using System.Text.Json.Nodes;

namespace Listening.Worker.Demo.Fediverse;

/// <summary>Mastodon's Status entity, as one host shows it.</summary>
internal static class StatusJson
{
    public static JsonObject Render(ScriptedStatus status, ScriptedHost host, DateTimeOffset now)
    {
        var post = status.Post;
        var version = status.VersionAt(now);
        var parent = host.Shelf.ByKey(post.ReplyTo) is { } known && known.IsThere(now) ? known : null;
        return new JsonObject
        {
            ["id"] = Id(status),
            ["created_at"] = status.IsLocal ? MastodonTime.Exact(post.CreatedAt) : MastodonTime.ToTheSecond(post.CreatedAt),
            ["in_reply_to_id"] = parent is null ? null : Id(parent),
            ["in_reply_to_account_id"] = parent is null ? null : AccountJson.IdOf(parent.Post.Author, host),
            ["sensitive"] = post.ContentWarning.Length > 0,
            ["spoiler_text"] = post.ContentWarning,
            ["visibility"] = post.Visibility,
            ["language"] = post.Language,
            ["uri"] = status.Uri,
            ["url"] = status.Url,
            ["replies_count"] = host.Shelf.AnswersTo(status).Count(answer => answer.IsThere(now) && answer.Post.Visibility is "public" or "unlisted"),
            ["reblogs_count"] = status.Arrival.Reposts ?? post.Reposts,
            ["favourites_count"] = status.Arrival.Likes ?? post.Likes,
            ["quotes_count"] = 0,
            ["edited_at"] = version.EditedAt is { } at ? MastodonTime.Exact(at) : null,
            ["content"] = Content(status, version, host),
            ["reblog"] = null,
            ["account"] = AccountJson.Render(post.Author, host, now),
            ["media_attachments"] = new JsonArray([.. post.Media.Select((media, index) => Media(media, status, index))]),
            ["mentions"] = new JsonArray([.. Mentions(version, host)]),
            ["tags"] = new JsonArray([.. version.Tags.Select(tag => Tag(tag, host))]),
            ["emojis"] = new JsonArray(),
            ["quote"] = Quote(post, host, now),
            ["card"] = null,
            ["poll"] = null,
        };
    }

    public static string Id(ScriptedStatus status) => status.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>A quoted post that quotes another names only the id of that one.</summary>
    private static JsonObject? Quote(ScriptedPost post, ScriptedHost host, DateTimeOffset now)
    {
        if (host.Shelf.ByKey(post.QuoteOf) is not { } quoted || !quoted.IsThere(now))
        {
            return null;
        }

        var shown = Render(quoted, host, now);
        shown["quote"] = host.Shelf.ByKey(quoted.Post.QuoteOf) is { } inner ? new JsonObject { ["state"] = "accepted", ["quoted_status_id"] = Id(inner) } : null;
        return new JsonObject { ["state"] = "accepted", ["quoted_status"] = shown };
    }

    private static string Content(ScriptedStatus status, ScriptedVersion version, ScriptedHost host) => version.EditedAt is null && status.Post.Html is { } html
        ? html
        : PostHtml.Render(version.Text, host.Addresses.OriginOf(status.Post.Author.Host), host.Addresses.OriginOf, status.IsLocal);

    private static IEnumerable<JsonNode> Mentions(ScriptedVersion version, ScriptedHost host) =>
        from acct in PostHtml.MentionsIn(version.Text)
        let account = host.AccountOf(acct)
        where account is not null
        select new JsonObject
        {
            ["id"] = AccountJson.IdOf(account, host),
            ["username"] = account.Username,
            ["url"] = host.Addresses.ProfileOf(account),
            ["acct"] = AccountJson.AcctOf(account, host),
        };

    private static JsonObject Tag(string name, ScriptedHost host) => new()
    {
        ["name"] = name,
        ["url"] = $"{host.Origin.GetLeftPart(UriPartial.Authority)}/tags/{name}",
    };

    private static JsonObject Media(ScriptedMedia media, ScriptedStatus status, int index) => new()
    {
        ["id"] = (status.Id + index + 1).ToString(CultureInfo.InvariantCulture),
        ["type"] = media.Type,
        ["url"] = media.Url,
        ["preview_url"] = media.Url,
        ["remote_url"] = status.IsLocal ? null : media.Url,
        ["meta"] = new JsonObject(),
        ["description"] = media.Description,
        ["blurhash"] = null,
    };
}
