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

    private static bool Stands(string? html) => html is not null && MayHoldHash(html) && StandsIn(HtmlText.Bare(html));

    private static bool StandsIn(string text) =>
        HashWord().Matches(text).Any(match => Words.Contains(Hashtag.Fold(match.Groups["word"].Value)) && !IsInAddress(text.AsSpan(0, match.Index)));

    private static bool IsInAddress(ReadOnlySpan<char> before)
    {
        var start = before.Length;
        while (start > 0 && !char.IsWhiteSpace(before[start - 1]))
        {
            start--;
        }

        return before[start..].Contains("://", StringComparison.Ordinal);
    }

    // Most profiles hold no # in any spelling, and reading their HTML would take longer than reading the post.
    private static bool MayHoldHash(string html) => html.AsSpan().ContainsAny('#', '＃') || html.Contains("&num", StringComparison.Ordinal);

    // Whatever stands before the # may belong to another line of a list: tags are nothing.
    [GeneratedRegex(@"[#＃]+(?<word>\w+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HashWord();
}
