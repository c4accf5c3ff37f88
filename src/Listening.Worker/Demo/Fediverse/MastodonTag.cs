using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Listening.Worker.Demo.Fediverse;

/// <summary>Hashtags as Mastodon finds and folds them (app/lib/hashtag_normalizer.rb, app/lib/ascii_folder.rb).</summary>
internal static partial class MastodonTag
{
    private const string Folded = "àáâãäåāăąçćĉċčðďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĸĺļľŀłñńņňŉŋòóôõöøōŏőŕŗřśŝşšſţťŧùúûüũūŭůűųŵýÿŷźżž";
    private const string Plain = "aaaaaaaaacccccdddeeeeeeeeegggghhiiiiiiiiijkklllllnnnnnnooooooooorrrssssstttuuuuuuuuuuwyyyzzz";
    private static readonly Dictionary<char, char> AsciiOf = Pairs();

    /// <summary>The hashtags in a typed text, as written, without #.</summary>
    public static IEnumerable<string> In(string text) => InText().Matches(text).Select(match => match.Groups["tag"].Value).Where(tag => tag.Any(char.IsLetter));

    public static string Normalize(string name)
    {
        var folded = new StringBuilder();
        foreach (var character in name.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            var plain = AsciiOf.GetValueOrDefault(character, character);
            if (IsKept(plain))
            {
                folded.Append(plain);
            }
        }

        return folded.ToString();
    }

    private static bool IsKept(char character) => char.IsSurrogate(character) || character is '_' or '·' or '・' or '\u200c' || char.GetUnicodeCategory(character) is
        UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber or UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static Dictionary<char, char> Pairs() => Folded.Zip(Plain).ToDictionary(pair => pair.First, pair => pair.Second);

    [GeneratedRegex(@"(?<=^|\s)[#＃](?<tag>[\w·・\u200c]+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InText();
}
