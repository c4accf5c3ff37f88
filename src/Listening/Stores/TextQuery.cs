using Listening.Posts;

namespace Listening.Stores;

/// <summary>
/// What a person typed into a search box, understood: every word is required, case and accents do not matter, <c>"a phrase"</c> stands
/// together, <c>-word</c> must not stand there. Terms are folded by <see cref="SearchText.Fold"/> and may hold several words, which then stand together.
/// </summary>
public sealed record TextQuery(IReadOnlyList<string> Required, IReadOnlyList<string> Excluded)
{
    /// <summary>Null when nothing in the text can be searched for. Any input is understood; a quote that is not closed ends with the text.</summary>
    public static TextQuery? Parse(string? text)
    {
        List<string> required = [], excluded = [];
        var rest = (text ?? "").Replace('“', '"').Replace('”', '"').Replace('„', '"').AsSpan();
        while ((rest = rest.TrimStart()).Length > 0)
        {
            var isExcluded = rest[0] == '-' && rest.Length > 1 && !char.IsWhiteSpace(rest[1]);
            rest = isExcluded ? rest[1..] : rest;
            var isPhrase = rest[0] == '"';
            rest = isPhrase ? rest[1..] : rest;
            var end = isPhrase ? rest.IndexOf('"') : rest.IndexOfAny(" \t\r\n\"");
            var term = SearchText.Fold(end < 0 ? rest.ToString() : rest[..end].ToString());
            if (term.Length > 0)
            {
                (isExcluded ? excluded : required).Add(term);
            }

            rest = end < 0 ? [] : isPhrase ? rest[(end + 1)..] : rest[end..];
        }

        return required.Count + excluded.Count == 0 ? null : new TextQuery(required, excluded);
    }
}
