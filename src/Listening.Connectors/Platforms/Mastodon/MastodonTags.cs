using Listening.Connectors.Text;
using Listening.Polling;
using Listening.Posts;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>The hashtags of a status, folded, and as they were written where the content shows it.</summary>
internal static class MastodonTags
{
    // Some remote posts have hundreds.
    private const int Max = 50;

    /// <summary>At most 50, both lists in the same order.</summary>
    /// <param name="stated">The names in the tag field.</param>
    /// <param name="content">Where the display forms stand.</param>
    /// <param name="timeline">The hashtag whose timeline was read, as Mastodon folds it: kept even behind the limit.</param>
    public static (IReadOnlyList<string> Tags, IReadOnlyList<string> Display) Read(IEnumerable<string> stated, HtmlText content, string? timeline)
    {
        var names = stated
            .Select(name => (Name: name, Folded: Hashtag.Fold(name)))
            .Where(tag => tag.Folded.Length > 0)
            .DistinctBy(tag => tag.Folded)
            .ToArray();
        var kept = names.Length <= Max
            ? names
            : [.. names.OrderByDescending(tag => MastodonFold.Fold(tag.Name) == timeline).Take(Max)];
        var written = AsWritten(content);
        return ([.. kept.Select(tag => tag.Folded)], [.. kept.Select(tag => written.GetValueOrDefault(MastodonFold.Fold(tag.Name), tag.Name))]);
    }

    private static Dictionary<string, string> AsWritten(HtmlText content)
    {
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        var shown = content.Anchors.Where(anchor => anchor.IsHashtag).Select(anchor => anchor.Text.TrimStart('#', '＃'));
        foreach (var form in shown.Concat(Matcher.HashtagsIn(content.Text)))
        {
            written.TryAdd(MastodonFold.Fold(form), form);
        }

        return written;
    }
}
