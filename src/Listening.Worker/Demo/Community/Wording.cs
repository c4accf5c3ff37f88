using System.Globalization;
using System.Text.RegularExpressions;

namespace Listening.Worker.Demo.Community;

/// <summary>Fills the words in braces of a pattern.</summary>
internal static partial class Wording
{
    private static readonly string[] Cities =
    [
        "Utrecht", "Leipzig", "Porto", "Leeds", "Malmö", "Ghent", "Graz", "Bilbao", "Tampere", "Lyon", "Basel", "Cork", "Turin", "Gdańsk", "Valencia", "Bristol", "Aarhus", "Kassel", "Zaragoza",
        "Brno", "Maastricht", "Glasgow", "Bergen", "Ljubljana", "Halifax", "Medellín", "Nantes", "Split",
    ];

    private static readonly string[] Venues =
    [
        "the old tram depot", "the congress centre", "the town hall", "the botanical garden", "the brewery", "the harbour shed", "the university", "the theatre", "the sports hall", "the library", "the hotel by the station",
        "the convent", "the exhibition halls", "the ferry terminal", "the power station", "the market hall",
    ];

    private static readonly string[] Rooms = ["room 3", "the blue room", "hall B", "the gallery", "the foyer", "the cellar", "room 12", "the big tent", "the glass room", "studio 2"];

    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] Tage = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];

    public static string Fill(string pattern, Dice dice, string language = "en") => Slot().Replace(pattern, slot => slot.Groups["name"].Value switch
    {
        "city" => dice.Pick(Cities),
        "venue" => dice.Pick(Venues),
        "room" => dice.Pick(Rooms),
        "day" => dice.Pick(language == "de" ? Tage : Days),
        "n" => Number(3 + dice.Below(7)),
        "tens" => Number(11 + dice.Below(79)),
        "crowd" => Number(10 * (12 + dice.Below(90))),
        "mins" => Number(5 * (1 + dice.Below(9))),
        var unknown => throw new ArgumentException($"The pattern '{pattern}' has a word '{unknown}' that nobody can fill in.", nameof(pattern)),
    });

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slot();
}
