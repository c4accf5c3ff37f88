using System.Globalization;

namespace Listening.Worker.Answers;

/// <summary>How much was observed, as people read it.</summary>
internal static class CoverageWords
{
    /// <summary>What it means, for whoever meets the number for the first time.</summary>
    public const string Meaning = "Observed: the share of the time of which everything that the sources list was read; posts of the rest are missing here.";

    public static string Sentence(double? share, string time = "this range") =>
        share is { } known ? $"{Capital(Percent(known))} of {time} was observed." : $"How much of {time} was observed is not known yet.";

    /// <summary>Whole per cent; all and nothing are said of all and nothing only.</summary>
    public static string Percent(double share) => Math.Round(share * 100) switch
    {
        100 when share < 1 => "over 99%",
        0 when share > 0 => "under 1%",
        var percent => percent.ToString("0", CultureInfo.InvariantCulture) + "%",
    };

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
