using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Listening.Polling;

/// <summary>
/// A text reduced to its letters and decimal digits (NFKC, lower case one character at a time), so that two readings of it can be
/// compared however white space and punctuation were treated.
/// </summary>
internal sealed record TextFold(int Characters, string Sha1)
{
    public static TextFold Of(string text)
    {
        var kept = text.Normalize(NormalizationForm.FormKC).EnumerateRunes().Select(Lower).Where(IsKept).ToArray();
        var bytes = Encoding.UTF8.GetBytes(string.Concat(kept));
        return new TextFold(kept.Length, Convert.ToHexStringLower(SHA1.HashData(bytes)));
    }

    // Unicode lowers İ to i and a dot that is no letter.
    private static Rune Lower(Rune rune) => rune.Value == 0x130 ? new Rune('i') : Rune.ToLowerInvariant(rune);

    private static bool IsKept(Rune rune) => Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber;
}
