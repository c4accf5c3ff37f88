using System.Globalization;
using System.Text;

namespace Listening.Posts;

/// <summary>
/// Text as search sees it: folded like a hashtag, accents removed, letters without a decomposition (ł, ø, đ ...) taken to their base, and
/// the signs of scripts without spaces set apart, so that a word inside a Japanese or Chinese sentence is found as a phrase of signs.
/// </summary>
public static class SearchText
{
    /// <summary>Words separated by single spaces; empty when nothing of the text can be searched for.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        return Ascii.IsValid(text) ? FoldAscii(text) : FoldAny(text);
    }

    // The same as below for letters that have neither accents nor other forms, many times as fast.
    private static string FoldAscii(string text) => string.Create(LengthOfAscii(text), text, static (words, text) =>
    {
        var length = 0;
        foreach (var letter in text)
        {
            var isInWord = char.IsAsciiLetterOrDigit(letter);
            if (length < words.Length && (isInWord || (length > 0 && words[length - 1] != ' ')))
            {
                words[length++] = isInWord ? char.ToLowerInvariant(letter) : ' ';
            }
        }
    });

    // Words, and one space between two of them.
    private static int LengthOfAscii(string text)
    {
        var (length, isPending) = (0, false);
        foreach (var letter in text)
        {
            var isInWord = char.IsAsciiLetterOrDigit(letter);
            length += !isInWord ? 0 : isPending && length > 0 ? 2 : 1;
            isPending = !isInWord;
        }

        return length;
    }

    private static string FoldAny(string text)
    {
        var words = new StringBuilder(text.Length);
        var pendingSpace = false;
        foreach (var rune in Hashtag.Fold(text).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark && rune.Value < 0x0900)
            {
                continue; // accents of Latin, Greek, Cyrillic, Hebrew and Arabic; the vowel signs of Indic and Thai scripts are letters
            }

            if (!Hashtag.IsWordCharacter(rune) || rune.Value is '_' or 0xB7 or 0x30FB)
            {
                pendingSpace = true;
                continue;
            }

            if (rune.Value is 0x3099 or 0x309A)
            {
                words.Append(rune); // a voicing mark makes another sign of the one before it: ガ is not カ
                continue;
            }

            var alone = StandsAlone(rune);
            if ((pendingSpace || alone) && words.Length > 0 && words[^1] != ' ')
            {
                words.Append(' ');
            }

            pendingSpace = alone;
            if (BaseLetter(rune) is { } letter)
            {
                words.Append(letter);
            }
            else
            {
                words.Append(rune);
            }
        }

        return words.ToString().Normalize(NormalizationForm.FormC).TrimEnd();
    }

    private static bool StandsAlone(Rune rune) => rune.Value is (>= 0x3041 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private static string? BaseLetter(Rune rune) => rune.Value switch
    {
        'ł' => "l",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ŧ' => "t",
        'ŋ' => "n",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => null,
    };
}
