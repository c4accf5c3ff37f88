namespace Listening.Worker.Demo.Community;

internal static partial class Phrases
{
    /// <summary>From the host to somebody new; {friend} is somebody to meet.</summary>
    public static IReadOnlyList<string> HostWelcomes { get; } =
    [
        "Welcome, good that you said hello! Meet {friend}, whose first week was as confusing as yours. Thursday 20:00 UTC is the chat.",
        "A warm welcome from the one with the tea. {friend}, would you show our new colleague where the good questions are?",
        "Welcome! House rules: ask early, share the template, thank the cleaners. {friend} knows the rest by heart.",
        "So glad you are here. If you read only one person this week, read {friend}.",
        "Hello and welcome! On Thursday newcomers get the first word. {friend} will keep you a chair.",
        "Welcome in! You will fit right in: {friend} asked me nearly the same thing once, and look at {city} now.",
        "Good morning and welcome. Nobody here began with a plan, ask {friend}.",
    ];

    /// <summary>From the host to a question that nobody has answered; {friend} is somebody who may know.</summary>
    public static IReadOnlyList<string> HostAnswers { get; } =
    [
        "This must not stay without an answer. I would try it with {tens} people first. {friend}, what do you say?",
        "I do not know, but I know who does: {friend}, is this one for you?",
        "Good question, and too good for a lonely {day}. We did it once in {city} and would do it again. {friend} was there.",
        "Passing this on to {friend}, who has a spreadsheet for everything.",
        "My answer: write down what you would regret, and plan for that. Better answers, please, {friend}?",
        "Came in while we were all asleep or on a ladder. {friend}, you had this at {venue}, did you not?",
        "Half an answer: it took us {mins} minutes and a kind caretaker. For the other half I call {friend}.",
        "I keep this for the chat, and until then I lend you {friend}.",
    ];

    /// <summary>On the morning after the chat; {topic}, {answers}, {people} and {best} (three people) are filled in.</summary>
    public static IReadOnlyList<string> ChatSummaries { get; } =
    [
        "Notes from last night, {topic}: {answers} answers by {people} people. Read {best} first. Thank you all, my page is full.",
        "Last night's chat in one line, {topic}: {people} people, {answers} answers, no brochure. The ones I underlined are by {best}.",
        "The morning after: {answers} answers on {topic}. If you missed it, begin with {best} and work outwards. There were {people} of us.",
        "Summary of {topic}, with the second coffee: {people} people in the room, {answers} answers, three that I copied by hand, by {best}.",
    ];
}
