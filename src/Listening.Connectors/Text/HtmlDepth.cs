using System.Collections.Frozen;
using System.Text;

namespace Listening.Connectors.Text;

/// <summary>
/// Leaves out tags that nest deeper than any real post does, and keeps their text: the cost of parsing grows with the square of the depth,
/// so that one hostile post of 200 kB would cost half a minute.
/// </summary>
internal static class HtmlDepth
{
    private const int Max = 32;

    // Elements that hold nothing, or that the next of their kind closes: they do not nest by themselves.
    private static readonly FrozenSet<string> Flat = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "br", "img", "hr", "wbr", "input", "link", "meta", "p", "li", "dt", "dd", "tr", "td", "th");

    public static string Limit(string html)
    {
        if (html.AsSpan().Count('<') <= Max)
        {
            return html;
        }

        var kept = new StringBuilder(html.Length);
        var depth = 0;
        for (var at = 0; at < html.Length;)
        {
            var length = TagLength(html, at);
            if (length == 0)
            {
                kept.Append(html[at++]);
                continue;
            }

            if (Keeps(html.AsSpan(at, length), ref depth))
            {
                kept.Append(html, at, length);
            }

            at += length;
        }

        return kept.ToString();
    }

    private static bool Keeps(ReadOnlySpan<char> tag, ref int depth)
    {
        var isEnd = tag[1] == '/';
        var name = tag[(isEnd ? 2 : 1)..];
        if (Flat.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name[..Letters(name)]))
        {
            return depth <= Max;
        }

        if (!isEnd)
        {
            return ++depth <= Max;
        }

        depth = Math.Max(0, depth - 1);
        return depth < Max;
    }

    private static int Letters(ReadOnlySpan<char> name)
    {
        var count = 0;
        while (count < name.Length && char.IsAsciiLetterOrDigit(name[count]))
        {
            count++;
        }

        return count;
    }

    // 0 where no tag begins; an attribute in quotes may hold a >.
    private static int TagLength(string html, int at)
    {
        var first = html[at] == '<' && at + 1 < html.Length ? html[at + 1] == '/' ? at + 2 : at + 1 : html.Length;
        if (first >= html.Length || !char.IsAsciiLetter(html[first]))
        {
            return 0;
        }

        var quote = '\0';
        for (var i = first; i < html.Length; i++)
        {
            if (quote != '\0')
            {
                quote = html[i] == quote ? '\0' : quote;
            }
            else if (html[i] is '"' or '\'')
            {
                quote = html[i];
            }
            else if (html[i] == '>')
            {
                return i + 1 - at;
            }
        }

        return html.Length - at;
    }
}
