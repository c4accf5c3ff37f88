using Listening.Posts;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>What a status answers, passes on and quotes. Ids are the polled host's own, so a reply is resolved later, by the store.</summary>
internal static class MastodonReferences
{
    public static PostReference? ReplyTo(MastodonStatus status, MastodonAccount author, string authorKey, string polledHost)
    {
        if (status.InReplyToId is not { } parent)
        {
            return null;
        }

        var answered = status.InReplyToAccountId;
        var answeredKey = answered is null ? null
            : answered == author.Id ? authorKey
            : status.Mentions.FirstOrDefault(mention => mention.Id == answered) is { } mention ? MastodonNames.Key(mention, polledHost)
            : null;
        return PostReference.ByNativeId(polledHost, parent, answeredKey);
    }

    public static PostReference? RepostOf(MastodonStatus status, string polledHost) =>
        status.Reblog is { } reblog ? To(reblog.Id, reblog, polledHost) : null;

    public static PostReference? QuoteOf(MastodonStatus status, string polledHost) =>
        status.AcceptedQuote is { } quote ? To(quote.Id, quote.Status, polledHost) : null;

    private static PostReference? To(string? id, MastodonStatus? other, string polledHost)
    {
        var author = other?.Account is { } account ? MastodonNames.Key(account, polledHost) : null;
        return other?.Uri is { } uri ? PostReference.To(PostKey.Global(uri), author)
            : id is not null ? PostReference.ByNativeId(polledHost, id, author)
            : null;
    }
}
