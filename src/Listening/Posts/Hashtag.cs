using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Listening.Posts;

/// <summary>
/// A hashtag without its #. Two hashtags are equal when their folded forms are: NFKC, Unicode case folding (C+F, İ to i), NFKC.
/// Accents count (<c>peña</c> is not <c>pena</c>); zero-width joiners are kept, because they change words in several scripts.
/// </summary>
public sealed record Hashtag
{
    /// <summary>The longest hashtag we follow, in UTF-16 units of its folded form.</summary>
    public const int MaxLength = 150;

    private const char NotACharacter = '\uFFFE';

    private Hashtag(string folded, string display) => (Folded, Display) = (folded, display);

    /// <summary>The form that is stored, compared and printed.</summary>
    public string Folded { get; }

    /// <summary>The form as it was written, without #.</summary>
    public string Display { get; }

    /// <summary>Folds any text the way hashtags are folded; also used for search words and opt-out words.</summary>
    public static string Fold(string text) =>
        CaseFolding.Fold(Normalizable(text).Normalize(NormalizationForm.FormKC)).Normalize(NormalizationForm.FormKC);

    // Normalize throws on half a surrogate pair and on U+FFFE, which a hostile post may hold; both become the replacement character.
    private static string Normalizable(string text)
    {
        if (IsWellFormed(text) && !text.Contains(NotACharacter))
        {
            return text;
        }

        var readable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            readable.Append(rune.Value == NotACharacter ? Rune.ReplacementChar : rune);
        }

        return readable.ToString();
    }

    /// <summary>
    /// Reads what a person typed: with or without # (or the full-width ＃), in any case. False for anything that no platform
    /// would link as one hashtag: empty, white space or punctuation inside, digits only, longer than <see cref="MaxLength"/>.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Hashtag? hashtag)
    {
        hashtag = null;
        var display = text?.Trim() ?? "";
        if (display.StartsWith('#') || display.StartsWith('＃'))
        {
            display = display[1..];
        }

        if (display.Length is 0 or > MaxLength || !IsWellFormed(display))
        {
            return false;
        }

        var folded = Fold(display);
        if (folded.Length is 0 or > MaxLength || !folded.EnumerateRunes().All(IsWordCharacter) || folded.EnumerateRunes().All(Rune.IsDigit))
        {
            return false;
        }

        hashtag = new Hashtag(folded, display);
        return true;
    }

    /// <summary>As <see cref="TryParse"/>; a <see cref="FormatException"/> says what a hashtag may hold.</summary>
    public static Hashtag Parse(string text) => TryParse(text, out var hashtag)
        ? hashtag
        : throw new FormatException($"'{text}' is not a hashtag: use letters, digits and underscores, with at least one letter.");

    public bool Equals(Hashtag? other) => other is not null && Folded == other.Folded;

    public override int GetHashCode() => Folded.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Folded;

    internal static bool IsWordCharacter(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation => true,
        _ => rune.Value is 0xB7 or 0x30FB or 0x200C or 0x200D,
    };

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
