using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Listening.Connectors.Text;
using Listening.Posts;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>Words with which people ask in their profile not to be collected (platform page, 13).</summary>
internal static partial class OptOutWords
{
    private static readonly FrozenSet<string> Words = FrozenSet.Create("nobot", "nobots", "noindex", "nosearch", "noarchive");

    /// <summary>Whether the profile holds one in its note or its table, or states <c>noindex</c>.</summary>
    public static bool In(MastodonAccount account) =>
        account.NoIndex is true || Stands(account.Note) || account.FieldTexts.Any(Stands);

    private static bool Stands(string? html) =>
        html is not null && MayHoldHash(html) && HashWord().Matches(HtmlText.Bare(html)).Any(match => Words.Contains(Hashtag.Fold(match.Groups["word"].Value)));

    // Most profiles hold no # in any spelling, and reading their HTML would take longer than reading the post.
    private static bool MayHoldHash(string html) => html.AsSpan().ContainsAny('#', '＃') || html.Contains("&num", StringComparison.Ordinal);

    // A # after a slash is the fragment of an address.
    [GeneratedRegex(@"(?<![\w/])[#＃]+(?<word>\w+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HashWord();
}
