using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>
/// A hashtag as Mastodon names its timeline: NFKC, lower case, Latin letters to ASCII, everything else that is no letter, digit or
/// separator dropped (platform page, 11). Only for asking; posts are matched by our own fold.
/// </summary>
internal static class MastodonFold
{
    // Letters of Latin-1 Supplement and Latin Extended-A without a decomposition; æ, œ, ĳ, ß and þ stay.
    private const string Undecomposed = "øo đd ðd ħh ıi ĸk łl ŀl ŋn ŉn ŧt ſs";

    private static readonly FrozenDictionary<char, char> Ascii = Table().ToFrozenDictionary();

    public static string Fold(string hashtag)
    {
        var folded = new StringBuilder(hashtag.Length);
        foreach (var rune in hashtag.Normalize(NormalizationForm.FormKC).ToLowerInvariant().EnumerateRunes())
        {
            if (rune.IsBmp && Ascii.TryGetValue((char)rune.Value, out var ascii))
            {
                folded.Append(ascii);
            }
            else if (IsKept(rune))
            {
                folded.Append(rune);
            }
        }

        return folded.ToString();
    }

    private static Dictionary<char, char> Table()
    {
        var table = Undecomposed.Split(' ').ToDictionary(pair => pair[0], pair => pair[1]);
        for (var letter = '\u00C0'; letter <= '\u017F'; letter++)
        {
            var decomposed = letter.ToString().Normalize(NormalizationForm.FormD);
            if (decomposed.Length > 1 && char.IsAsciiLetter(decomposed[0]))
            {
                table[letter] = char.ToLowerInvariant(decomposed[0]);
            }
        }

        return table;
    }

    private static bool IsKept(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber or UnicodeCategory.DecimalDigitNumber => true,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => rune.Value is < 0x0300 or > 0x036F, // vowel signs are letters, loose accents are not
        _ => rune.Value is '_' or 0xB7 or 0x30FB or 0x200C,
    };
}
