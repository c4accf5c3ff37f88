using System.Text;
using System.Text.RegularExpressions;

namespace Listening.Worker.Dashboard;

/// <summary>A post's text, cut into words and links. Nothing of it is markup: whoever renders it encodes it.</summary>
internal static partial class PostText
{
    /// <summary>Longer texts are shown up to here, the rest on demand.</summary>
    public const int ShownAtOnce = 900;

    public static IReadOnlyList<PostPart> Parts(string text)
    {
        List<PostPart> parts = [];
        var done = 0;
        foreach (Match match in LinkInText().Matches(text))
        {
            var link = text.Substring(match.Index, LengthWithoutPunctuation(match.Value));
            if (SafeLink.Of(link) is not { } href)
            {
                continue;
            }

            Add(text[done..match.Index], null);
            Add(link, href);
            done = match.Index + link.Length;
        }

        Add(text[done..], null);
        return parts;

        void Add(string piece, string? href)
        {
            if (piece.Length > 0)
            {
                parts.Add(new PostPart(piece, href));
            }
        }
    }

    /// <summary>Line breaks kept (at most one empty line), control characters and direction overrides dropped.</summary>
    public static string Clean(string? text)
    {
        var clean = new StringBuilder(text?.Length ?? 0);
        foreach (var rune in (text ?? "").ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !(Rune.IsControl(rune) || rune.Value is 0x202D or 0x202E))
            {
                clean.Append(rune);
            }
        }

        return ManyEmptyLines().Replace(clean.ToString(), "\n\n").Trim();
    }

    /// <summary>Where to cut a text so that about <see cref="ShownAtOnce"/> characters remain; its length when it is short enough.</summary>
    public static int CutAt(string text)
    {
        if (text.Length <= ShownAtOnce * 4 / 3)
        {
            return text.Length;
        }

        var space = text.LastIndexOfAny([' ', '\n'], ShownAtOnce, ShownAtOnce / 3);
        return space > 0 ? space : char.IsLowSurrogate(text[ShownAtOnce]) ? ShownAtOnce + 1 : ShownAtOnce;
    }

    private static int LengthWithoutPunctuation(string link)
    {
        var length = link.Length;
        while (length > 0 && (link[length - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '…' or '”' or '’' || IsUnopened(link.AsSpan(0, length))))
        {
            length--;
        }

        return length;
    }

    private static bool IsUnopened(ReadOnlySpan<char> link) => link[^1] switch
    {
        ')' => link.Count(')') > link.Count('('),
        ']' => link.Count(']') > link.Count('['),
        _ => false,
    };

    [GeneratedRegex("""https?://[^\s<>"“„\p{Cf}\p{Cc}]+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkInText();

    [GeneratedRegex(@"\n[ \t]*(?:\n[ \t]*){2,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ManyEmptyLines();
}
