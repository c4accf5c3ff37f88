namespace Listening.Worker.Demo.Community;

internal static partial class Topics
{
    public static Topic German { get; } = new("Veranstaltungen auf Deutsch", "Veranstaltungstechnik")
    {
        Language = "de",
        Posts =
        [
            "Begehung in {city}: Die Halle ist wunderbar, die Zufahrt leider nur für sehr schmale Lastwagen gedacht.",
            "Heute {crowd} Stühle gestellt, {tens} wieder abgebaut, weil die Feuerwehr andere Gänge wollte. Sie hatte recht.",
            "Warum heißt es Generalprobe, wenn nie der General kommt, sondern immer nur ich und das Saalmikrofon?",
            "Die Untertitel auf der Seitenwand haben {tens} Prozent gelesen. Bleibt jetzt so.",
            "Catering-Bilanz: {tens} Portionen übrig, alle vor Mitternacht bei der Tafel. Ein Anruf vorher genügt.",
            "Wer sucht noch eine gute Moderation für {city} im Frühjahr? Ich hätte da jemanden, der zuhören kann.",
            "Wir haben die {crowd} Namensschilder größer gemacht. Plötzlich reden die Leute miteinander.",
            "Der Aufbau war {mins} Minuten früher fertig. Ich traue dem Frieden nicht.",
            "Kleine Messe, große Wirkung: {n} Stände, {crowd} Gespräche, ein sehr glücklicher Aussteller mit Wasserkocher.",
            "Anreise mit der Bahn ist bei uns jetzt im Ticket drin. {tens} Prozent nutzen es.",
            "Notiz an mich: Die Tür hinter der Bühne geht nach innen auf. Immer wieder.",
            "Nach der Veranstaltung ist vor der Abrechnung. Wer hat eine Vorlage, die nicht weh tut?",
        ],
        Opinions =
        [
            "Ton geht vor Licht, immer.",
            "Die Pausen sind das Programm.",
            "Einmal mit Rollstuhl durch das ganze Haus, dann weiß man alles.",
            "Pünktlich zahlen ist die beste Werbung für ein Team.",
            "Ein Schild ohne Jahreszahl kann man wiederverwenden.",
            "Lieber ein kleiner voller Saal als ein großer leerer.",
            "Wer die Schlüssel hat, hat die Macht, also freundlich zum Hausmeister sein.",
            "Das Wetter gehört in den Ablaufplan.",
            "Ohne Rampe kein Vertrag.",
            "Ehrlich gesagt: Der Kaffee entscheidet.",
        ],
        Photos = ["Ein leerer Saal mit sehr vielen Stühlen in sehr geraden Reihen"],
    };
}
