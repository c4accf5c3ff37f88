using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Listening.Worker.Demo.Fediverse;

/// <summary>What Mastodon makes of a typed text: paragraphs, line breaks, hashtag, mention and link anchors.</summary>
internal static partial class PostHtml
{
    private const int ShownLinkLength = 30;
    private const string RemoteRel = " rel=\"nofollow noopener\" target=\"_blank\"";

    /// <summary>The HTML of a whole post.</summary>
    /// <param name="text">As it was typed.</param>
    /// <param name="home">Origin of the author's host, to which hashtags lead.</param>
    /// <param name="originOf">Origin of a host by its name in the script.</param>
    /// <param name="isLocal">Whether the author's own host shows it; others rewrite the anchors' <c>rel</c>.</param>
    public static string Render(string text, Uri home, Func<string, Uri> originOf, bool isLocal)
    {
        var html = new StringBuilder();
        foreach (var paragraph in text.Replace("\r\n", "\n", StringComparison.Ordinal).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            html.Append("<p>").AppendJoin("<br />", paragraph.Trim('\n').Split('\n').Select(Line)).Append("</p>");
        }

        return html.ToString();

        string Line(string line)
        {
            var rendered = new StringBuilder();
            var written = 0;
            foreach (Match token in Token().Matches(line))
            {
                rendered.Append(WebUtility.HtmlEncode(line[written..token.Index])).Append(Anchor(token));
                written = token.Index + token.Length;
            }

            return rendered.Append(WebUtility.HtmlEncode(line[written..])).ToString();
        }

        string Anchor(Match token) => token switch
        {
            _ when token.Groups["tag"] is { Success: true, Value: var tag } => tag.Any(char.IsLetter) ? HashtagAnchor(tag, home, isLocal) : WebUtility.HtmlEncode(token.Value),
            _ when token.Groups["user"] is { Success: true, Value: var user } => MentionAnchor(user, originOf(token.Groups["host"].Value), isLocal),
            _ => LinkAnchor(token.Value),
        };
    }

    /// <summary>The <c>user@host</c> of everybody who is mentioned, in the order of the text.</summary>
    public static IEnumerable<string> MentionsIn(string text) => Token().Matches(text)
        .Where(token => token.Groups["user"].Success)
        .Select(token => $"{token.Groups["user"].Value}@{token.Groups["host"].Value}")
        .Distinct(StringComparer.OrdinalIgnoreCase);

    private static string HashtagAnchor(string tag, Uri home, bool isLocal) =>
        $"<a href=\"{home.GetLeftPart(UriPartial.Authority)}/tags/{WebUtility.HtmlEncode(tag)}\" class=\"mention hashtag\"{(isLocal ? " rel=\"tag\"" : RemoteRel)}>#<span>{WebUtility.HtmlEncode(tag)}</span></a>";

    private static string MentionAnchor(string user, Uri origin, bool isLocal) =>
        $"<span class=\"h-card\" translate=\"no\"><a href=\"{origin.GetLeftPart(UriPartial.Authority)}/@{user}\" class=\"u-url mention\"{(isLocal ? "" : RemoteRel)}>@<span>{user}</span></a></span>";

    private static string LinkAnchor(string url)
    {
        var scheme = url[..(url.IndexOf("://", StringComparison.Ordinal) + 3)];
        var rest = url[scheme.Length..];
        var isLong = rest.Length > ShownLinkLength;
        var (shown, hidden) = isLong ? (rest[..ShownLinkLength], rest[ShownLinkLength..]) : (rest, "");
        return $"<a href=\"{WebUtility.HtmlEncode(url)}\" target=\"_blank\" rel=\"nofollow noopener\" translate=\"no\"><span class=\"invisible\">{scheme}</span>"
            + $"<span class=\"{(isLong ? "ellipsis" : "")}\">{WebUtility.HtmlEncode(shown)}</span><span class=\"invisible\">{WebUtility.HtmlEncode(hidden)}</span></a>";
    }

    [GeneratedRegex(@"https?://[^\s<>""]*[^\s<>"".,;:!?)']|(?<=^|\s)[#＃](?<tag>[\w·・\u200c]+)|(?<![\w/@])@(?<user>\w+)@(?<host>[\w.:-]*\w)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
