namespace Listening.Worker.Demo.Community;

/// <summary>What people say to each other whatever the topic is, by language.</summary>
internal static partial class Phrases
{
    /// <summary>An answer to somebody's post.</summary>
    public static IReadOnlyList<string> Answers(string language) => language switch
    {
        "de" => GermanAnswers,
        "es" => SpanishAnswers,
        _ => EnglishAnswers,
    };

    /// <summary>What the first author says to an answer.</summary>
    public static IReadOnlyList<string> Thanks(string language) => language switch
    {
        "de" => GermanThanks,
        "es" => SpanishThanks,
        _ => EnglishThanks,
    };

    private static IReadOnlyList<string> EnglishAnswers { get; } =
    [
        "Same here in {city}, and we still have no better idea.",
        "This made my {day}, thank you.",
        "How many people was that for? We are planning for {crowd}.",
        "Would you share the template? I would trade it for ours.",
        "Tried exactly this in spring. It worked until it rained.",
        "I disagree a little: with {crowd} people it falls apart.",
        "Stealing this, with credit and biscuits.",
        "Who did you have to convince? My boss would need a figure.",
        "We got {tens} percent with the same trick, so it is not just you.",
        "Yes. And nobody tells you that when you start.",
        "Do you have a photo? I need to show it to somebody stubborn.",
        "That is the most {city} thing I have read today.",
        "Careful, {venue} tried that and had to undo it the next morning.",
        "Adding it to the checklist, line {tens}.",
        "What did it cost, roughly? You can lie, I only need a feeling.",
        "My crew is nodding so hard that the van is moving.",
        "Can confirm, from the other side of the desk.",
        "Let us talk about that on Thursday in the chat.",
        "I needed to hear that before I sent the mail I just sent.",
        "We do it the other way round and I could not even say why.",
        "{n} years ago I would have argued. Not any more.",
        "The detail nobody mentions: somebody has to carry it back.",
        "Is that with volunteers or with a paid team?",
        "Please write that up somewhere, it deserves more than a post.",
        "Laughed, then checked our own plan, then stopped laughing.",
        "What would you do differently next time?",
        "Our venue said no to that. Did yours need a permit?",
        "Small question: does it still work with {mins} minutes less?",
    ];

    private static IReadOnlyList<string> EnglishThanks { get; } =
    [
        "Thank you! It was {n} people and a lot of tape.",
        "Good point, I had not thought of the second day.",
        "Sure, I will send you the file after the show.",
        "About {crowd}, on two floors.",
        "Fair. I would do it smaller next time.",
        "Ha, you were there, you know.",
        "It took {mins} minutes to explain and a year to get approved.",
        "No photo, my hands were full, sorry.",
        "Less than the flowers, that is all I may say.",
        "You are right, and it annoys me.",
        "Volunteers for the doors, paid crew for everything with weight.",
        "Let us compare notes. I have {n} pages.",
        "Ask me again on {day}, when I have slept.",
        "That is kind. I will tell the team.",
    ];

    private static IReadOnlyList<string> GermanAnswers { get; } =
    [
        "Genau so war es bei uns in {city} auch.",
        "Danke, das hat meinen {day} gerettet.",
        "Für wie viele Leute war das? Wir planen mit {crowd}.",
        "Hättest du davon eine Vorlage? Ich tausche gern.",
        "Klappt das auch, wenn es regnet?",
        "Das hänge ich mir über den Schreibtisch.",
        "Bei uns sagt die Haustechnik da immer nein. Wie habt ihr das geschafft?",
        "{n} Jahre Erfahrung in einem Satz. Sehr schön.",
        "Kurze Rückfrage: mit Ehrenamtlichen oder mit festem Team?",
    ];

    private static IReadOnlyList<string> GermanThanks { get; } =
    [
        "Danke! Waren ungefähr {crowd} auf zwei Etagen.",
        "Schicke ich dir nach dem Abbau.",
        "Mit Kuchen. Wirklich, mit Kuchen.",
        "Stimmt, an den zweiten Tag hatte ich nicht gedacht.",
        "Nächstes Mal machen wir es kleiner.",
    ];

    private static IReadOnlyList<string> SpanishAnswers { get; } =
    [
        "Nos pasó igual en {city}, con {crowd} personas.",
        "¿Me compartes la plantilla? La cambio por un café.",
        "Esto lo imprimo y lo pego en la furgoneta.",
        "¿Y cómo convencieron al recinto? El nuestro dijo que no.",
        "Lo probamos en primavera y funcionó.",
        "¡Qué equipo! Un abrazo a todas.",
        "¿Cuántas personas eran en el montaje?",
    ];

    private static IReadOnlyList<string> SpanishThanks { get; } =
    [
        "¡Gracias! Éramos {n} y mucha cinta.",
        "Claro, te la mando después del montaje.",
        "Con paciencia y con bizcocho.",
        "Tienes razón, la próxima vez más pequeño.",
    ];
}
