using System.Globalization;
using System.Text.Json.Nodes;

namespace Listening.Worker.Demo.Fediverse;

/// <summary>Mastodon's Account entity, as one host shows it.</summary>
internal static class AccountJson
{
    public static string IdOf(ScriptedAccount account, ScriptedHost host) =>
        Snowflake.At(account.CreatedAt, $"{account.Acct} at {host.Name}").ToString(CultureInfo.InvariantCulture);

    public static string AcctOf(ScriptedAccount account, ScriptedHost host) =>
        account.Host == host.Name ? account.Username : $"{account.Username}@{host.Addresses.OriginOf(account.Host).Authority}";

    public static JsonObject Render(ScriptedAccount account, ScriptedHost host, DateTimeOffset now)
    {
        var isLocal = account.Host == host.Name;
        var known = host.Profile(account, now);
        var posts = host.Shelf.By(account).Where(status => status.IsThere(now)).ToList();
        var json = new JsonObject
        {
            ["id"] = IdOf(account, host),
            ["username"] = account.Username,
            ["acct"] = AcctOf(account, host),
            ["display_name"] = known.DisplayName,
            ["locked"] = false,
            ["bot"] = known.Bot,
            ["discoverable"] = known.Discoverable,
            ["group"] = known.Group,
            ["created_at"] = MastodonTime.AtMidnight(account.CreatedAt),
            ["note"] = known.Bio,
            ["url"] = host.Addresses.ProfileOf(account),
            ["uri"] = host.Addresses.ActorOf(account),
            ["avatar"] = Missing(host, "avatars"),
            ["avatar_static"] = Missing(host, "avatars"),
            ["header"] = Missing(host, "headers"),
            ["header_static"] = Missing(host, "headers"),
            ["followers_count"] = known.Followers,
            ["following_count"] = known.Following,
            ["statuses_count"] = account.EarlierPosts + posts.Count,
            ["last_status_at"] = posts.Count == 0 ? null : MastodonTime.Day(posts.Max(status => status.Post.CreatedAt)),
            ["hide_collections"] = false,
            ["emojis"] = new JsonArray(),
            ["fields"] = new JsonArray([.. known.Fields.Select(Field)]),
        };
        if (known.Indexable is { } indexable)
        {
            json["indexable"] = indexable;
        }

        if (isLocal && known.NoIndex is { } noIndex)
        {
            json["noindex"] = noIndex;
        }

        return json;
    }

    private static JsonObject Field(ScriptedField field) => new JsonObject
    {
        ["name"] = field.Name,
        ["value"] = field.Value,
        ["verified_at"] = field.VerifiedAt is { } at ? MastodonTime.WithOffset(at) : null,
    };

    private static string Missing(ScriptedHost host, string kind) => $"{host.Origin.GetLeftPart(UriPartial.Authority)}/{kind}/original/missing.png";
}
