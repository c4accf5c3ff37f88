using System.Text.Json;
using Listening.Connectors.Http;
using Listening.Connectors.Json;
using Listening.Connectors.Text;
using Listening.Posts;
using Listening.Polling;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>Reads one status. Lenient in every field, because many kinds of software answer behind this API; never throws.</summary>
/// <param name="polledHost">Who answered.</param>
/// <param name="readAt">When.</param>
/// <param name="timeline">The hashtag whose timeline was read, as Mastodon folds it; null where it was none.</param>
internal sealed class MastodonMapper(string polledHost, DateTimeOffset readAt, string? timeline = null)
{
    private const int MaxLinks = 100;

    /// <summary>Null for what is no status, or one without an id, an author or any time.</summary>
    public Observation? Map(JsonElement json)
    {
        var status = new MastodonStatus(json);
        if (!MastodonStatus.IsLike(json) || status.Id is not { } id || status.Account is not { } account
            || MastodonNames.Key(account, polledHost) is not { } authorKey
            || (status.CreatedAt ?? MastodonId.TimeOf(id, readAt)) is not { } createdAt)
        {
            return null;
        }

        var flags = Flags(account);
        return new Observation
        {
            Post = Post.Create(Draft(status, id, createdAt, ReadAuthor(account, authorKey, flags.IsBot), account, flags)),
            NativeId = id,
            AuthorNativeId = account.Id,
            AuthorHandle = account.Acct,
            StatedCreatedAt = status.CreatedAt,
            ReplyToNativeId = status.InReplyToId,
            RepostOfNativeId = status.Reblog?.Id,
            QuoteOfNativeId = status.AcceptedQuote?.Id,
            StatedTags = [.. status.Tags.Distinct(StringComparer.Ordinal)],
            Visibility = status.Visibility,
            IsPublic = status.Visibility == "public",
            Sensitive = status.Sensitive,
            ContentWarning = status.SpoilerText,
            Flags = flags,
        };
    }

    private Post Draft(MastodonStatus status, string id, DateTimeOffset createdAt, Author author, MastodonAccount account, AuthorFlags flags)
    {
        // A wrapper of older servers repeats the text that it passes on; those words are not its author's.
        var content = status.Reblog is null ? HtmlText.Read(status.Content) : HtmlText.Empty;
        var (tags, display) = MastodonTags.Read(status.Tags, content, timeline);
        var key = status.Uri ?? status.Url ?? $"{MastodonNames.Platform}:{polledHost}/{id}";
        var replyTo = MastodonReferences.ReplyTo(status, account, author.Key, polledHost);
        var quoteOf = MastodonReferences.QuoteOf(status, polledHost);
        return new Post
        {
            PostKey = PostKey.Global(key),
            Platform = MastodonNames.Platform,
            Host = MastodonNames.HostOf(key) ?? HostName.Of(status.Url) ?? polledHost,
            ContentHost = polledHost,
            SeenVia = [new SeenVia(polledHost, id, flags.Indexable)],
            Url = status.Url ?? status.Uri,
            Author = author,
            CreatedAt = createdAt,
            EditedAt = status.EditedAt,
            FirstSeenAt = readAt,
            Kind = status.Reblog is not null ? PostKind.Repost
                : quoteOf is not null ? PostKind.Quote
                : replyTo is not null ? PostKind.Reply
                : PostKind.Post,
            Text = WithWarning(status.SpoilerText, content.Text),
            Lang = status.Language,
            Tags = tags,
            TagsDisplay = display,
            ReplyTo = replyTo,
            RepostOf = MastodonReferences.RepostOf(status, polledHost),
            QuoteOf = quoteOf,
            Mentions = [.. status.Mentions.Select(mention => MastodonNames.Key(mention, polledHost)).OfType<string>().Distinct(StringComparer.Ordinal)],
            Links = Links(status, content),
            Media = [.. status.Attachments.Select(Media)],
            Engagement = new Engagement(status.Favourites, status.Reblogs, status.Replies, status.Quotes, Views: null),
        };
    }

    private Author ReadAuthor(MastodonAccount account, string key, bool? isBot) => new(
        key,
        MastodonNames.Platform,
        MastodonNames.Handle(account, polledHost),
        account.DisplayName ?? account.UserName ?? account.Acct,
        account.Url,
        account.Followers,
        isBot);

    private static AuthorFlags Flags(MastodonAccount account) => new(
        OptOutWords.In(account),
        HasIndexable: true,
        account.Indexable,
        account.Discoverable,
        account.IsGroup is true ? true : account.IsBot);

    private static string WithWarning(string? warning, string text) =>
        warning is null ? text : text.Length == 0 ? warning.Trim() : $"{warning.Trim()}\n\n{text}";

    private static PostLink[] Links(MastodonStatus status, HtmlText content)
    {
        var people = status.Mentions.Select(mention => mention.Url).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. content.Anchors
                .Where(anchor => !anchor.IsMention && !anchor.IsHashtag && !people.Contains(anchor.Href))
                .Select(anchor => anchor.Href)
                .Append(status.Reblog is null ? status.CardUrl : null)
                .Select(PostLink.FromUrl)
                .OfType<PostLink>()
                .DistinctBy(link => link.Url)
                .Take(MaxLinks),
        ];
    }

    private static PostMedia Media(JsonElement attachment) => new(
        attachment.TextOrNull("type") ?? "unknown",
        attachment.TextOrNull("description"),
        attachment.TextOrNull("remote_url") ?? attachment.TextOrNull("url"));
}
