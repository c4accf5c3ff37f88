using System.Globalization;
using System.Text;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>Compares what text search finds, and whom a list names, with what may be found and named.</summary>
internal static class SearchJudge
{
    public static IReadOnlyList<Difference> Judge(ExpectedStore expected, StoreReading reading) =>
    [
        .. reading.Found.SelectMany(question => Judge(expected, question.Key, question.Value)),
        .. reading.Named.Where(expected.Unnamed.Contains).Select(key => new Difference(DifferenceKind.Leaked, key, "contributors names somebody who may not be named")),
    ];

    private static IEnumerable<Difference> Judge(ExpectedStore expected, string question, IReadOnlyList<string> found)
    {
        var asked = Words(question).ToHashSet(StringComparer.Ordinal);
        foreach (var twice in found.GroupBy(key => key, StringComparer.Ordinal).Where(copies => copies.Count() > 1))
        {
            yield return new Difference(DifferenceKind.Doubled, twice.Key, $"a search for '{question}' finds it {twice.Count()} times");
        }

        var keys = found.ToHashSet(StringComparer.Ordinal);
        foreach (var entry in expected.Entries.Where(entry => entry.Presence != ExpectedPresence.Open && entry.IsSearchable is not null && entry.Text is not null))
        {
            var isMeant = asked.IsSubsetOf(entry.Alts.Append(entry.Text!).SelectMany(Words));
            var mayBeFound = entry is { Presence: ExpectedPresence.Live, IsSearchable: true };
            var isFound = keys.Contains(entry.PostKey);
            if (isFound && !mayBeFound)
            {
                yield return new Difference(DifferenceKind.Leaked, $"{entry.Word} {entry.PostKey}", $"a search for '{question}' finds it; {(entry.IsSearchable is false ? "its author does not agree to be found" : entry.Because)}");
            }
            else if (isFound != isMeant && mayBeFound)
            {
                yield return new Difference(isMeant ? DifferenceKind.Missing : DifferenceKind.Stale, $"{entry.Word} {entry.PostKey}", $"a search for '{question}' {(isMeant ? "does not find" : "finds")} '{entry.Text}'");
            }
        }
    }

    /// <summary>Lower case, without accents.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var character in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant().Append(' '))
        {
            if (char.IsLetterOrDigit(character))
            {
                word.Append(character);
            }
            else if (char.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }
}
