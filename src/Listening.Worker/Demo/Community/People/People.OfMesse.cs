namespace Listening.Worker.Demo.Community;

internal static partial class People
{
    private static IReadOnlyList<Person> OfMesse =>
    [
        new(Messe, "wiebke", "Wiebke Janssen", "Kongresse und Kaffee, in dieser Reihenfolge. Bremen.")
        {
            Topics = [Topics.German, Topics.Registration], PostsPerWeek = 3, Sociable = .7, ComesToChat = .4, Followers = 690,
            Lines =
            [
                "Wer auch immer die Beschilderung in {city} gemacht hat: Ich habe mich {n} Mal verlaufen und jedes Mal einen Kaffee gefunden. Absicht?",
                "Checkliste für morgen: Klebeband, Ruhe, Klebeband.",
                "Das Schönste an diesem Beruf sind die zehn Minuten, bevor die Türen aufgehen.",
            ],
        },
        new(Messe, "jakob", "Jakob Reuter", "Messebau. Holz, Schrauben, Augenmaß. Hannover.")
        {
            Topics = [Topics.German, Topics.Sustainability], PostsPerWeek = 2, Sociable = .4, ComesToChat = .2, Followers = 255, Indexable = false,
            Lines =
            [
                "Stand abgebaut, alles verschraubt statt geklebt, alles kommt wieder. So einfach.",
                "{tens} Platten, drei Leute, ein Gabelstapler mit Charakter.",
                "Der Boden in Halle 7 hat ein Gefälle. Ich kenne es inzwischen persönlich.",
            ],
        },
        new(Messe, "ayse", "Ayşe Demir", "Barrierefreie Veranstaltungen. Köln. Posts in German and English.")
        {
            Topics = [Topics.Accessibility, Topics.German], PostsPerWeek = 3, Sociable = .8, ComesToChat = .7, Followers = 945, Site = "ohne-stufen.example",
            Lines =
            [
                "Translated a whole programme into easy language. Now the organisers use that version themselves.",
                "Das Wort 'eigentlich' auf einem Lageplan heißt immer: nein.",
                "Induction loop tested with my own ears today. Works. Wrote a love letter to the technician.",
            ],
        },
        new(Messe, "florian_b", "Florian Bichler", "Ton und Licht im Alpenraum. Innsbruck.")
        {
            Topics = [Topics.German, Topics.Av], PostsPerWeek = 1.5, Sociable = .3, ComesToChat = .1, Followers = 166,
            Lines = ["Open Air auf 1800 Metern. Der Nebel war nicht bestellt, sah aber teuer aus.", "Funkstrecken im Tal: eine. Unsere."],
        },
        new(Messe, "katrin", "Katrin Osterloh", "Budget hawk with a heart. Berlin.")
        {
            Topics = [Topics.Budgets, Topics.Venues, Topics.German], PostsPerWeek = 2.5, Sociable = .5, ComesToChat = .6, Followers = 580,
            Lines =
            [
                "A spreadsheet is a promise with columns.",
                "Ich habe heute eine Rechnung gefunden, die uns Geld zurückgibt. Rahmen bestellt.",
                "Asked three suppliers the same question on the same day. Sent all three the same thank-you. One thanked me back.",
            ],
        },
        new(Messe, "nils_e", "Nils Engström", "Sportevents, Zeitmessung, Regenjacken.")
        {
            Topics = [Topics.Safety, Topics.Crew], PostsPerWeek = 2, Sociable = .3, ComesToChat = .3, Followers = 340,
            Lines =
            [
                "Start gun did not fire. Shouted. Worked.",
                "{crowd} runners, {tens} marshals, one lost shoe that belongs to nobody.",
                "If the forecast has two icons, prepare for both.",
            ],
        },
        new(Messe, "petra_v", "Petra Vogt", "Tagungshaus auf dem Land. Wir haben Schafe.")
        {
            Topics = [Topics.Venues, Topics.Catering, Topics.German], PostsPerWeek = 1.5, Sociable = .6, ComesToChat = .4, Followers = 212,
            Lines =
            [
                "A sheep joined the breakout session. It had no questions.",
                "The group from {city} wanted wifi in the forest. We gave them a bench.",
                "Ein Seminarraum mit Ofen ist immer ausgebucht, auch im Juli.",
            ],
        },
    ];
}
