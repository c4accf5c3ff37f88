namespace Listening.Worker.Demo.Community;

internal static partial class Phrases
{
    /// <summary>What may stand before a post.</summary>
    public static IReadOnlyList<string> Openers(string language) => language switch
    {
        "de" => ["Guten Morgen aus {city}.", "Kurz vor Feierabend:", "Tag {n} von {n}.", "Notiz aus {city}:", "Aus der Kategorie Kleinigkeiten:", "Zwischen zwei Terminen:", "Ehrlich jetzt:", "{day}, kurz nach sieben.", "Zum Mitschreiben:"],
        "es" => ["Buenos días desde {city}.", "Apunte rápido:", "Desde la furgoneta:", "Día {n} de montaje.", "Cosas que pasan en {city}:", "A {mins} minutos de abrir:", "Con café número {n}:", "Confieso:"],
        _ =>
        [
            "Good morning from {city}.", "Note to self:", "Day {n} on site.", "Small thing, but:", "From the train to {city}:", "Between two meetings:", "Overheard and approved:", "{day} thought:", "Coffee number {n}.",
            "Update from {venue}:", "Still at {venue}.", "{mins} minutes to doors.", "Packing the van.", "Quiet hour in the office.", "Unpopular, perhaps:", "Late one:", "Right.", "One for the notebook:", "Show week, day {n}.",
            "Before I forget it:", "Back from {city}.", "Rain in {city}, good mood anyway.", "Week {tens} of this project.", "Lunch break at {venue}.", "Proud moment:",
        ],
    };

    /// <summary>What may stand behind an answer in English.</summary>
    public static IReadOnlyList<string> SecondThoughts { get; } =
    [
        "But ask me again in spring.", "Small teams only, mind you.", "Works for {crowd}, not for more.", "Took us {n} tries.", "Ask {city} how it went.", "The crew voted for it.", "It rained, for the record.", "Cost: {tens} euros and a cake.",
        "I may be wrong.", "That was at {venue}.", "Before that it was chaos.", "We would do it again.", "Only on a {day}, oddly.", "The client never noticed.", "Last year we had {tens} of those.", "Still looking for something better.",
        "I have a photo somewhere.", "It helps that we are only {n}.",
    ];
}
