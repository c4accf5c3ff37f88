namespace Listening.Worker.Demo.Community;

internal static partial class Topics
{
    public static Topic Catering { get; } = new("food, coffee and the queue", "Catering")
    {
        Posts =
        [
            "Served lunch in three places instead of one. The queue for {crowd} people was gone after {mins} minutes.",
            "We made the vegetarian dish the default and meat on request. {tens} percent kept the default and nobody wrote an angry mail.",
            "The caterer asked for final numbers ten days before. Registration closes two days before. Somewhere between those dates lives my ulcer.",
            "Coffee ran out at 10:40 in {city}. I will be telling this story at my retirement party.",
            "Every dish with a small card: what is in it, in words and in symbols. Took one evening, saved a hundred questions.",
            "Leftovers from {day} went to the shelter round the corner before they were cold. A phone call in advance is all it takes.",
            "Somebody scheduled the fish course against the closing keynote. The fish won.",
            "Trialled real cups with a deposit at {venue}. {tens} of {crowd} never came back. They are nice cups.",
        ],
        Opinions =
        [
            "Good coffee in the first ten minutes forgives a late start.",
            "Ask about allergies in the form, then ask again at the table.",
            "People remember the lunch longer than the second keynote.",
            "High tables make people talk, low tables make them look at their phones.",
            "Water everywhere, and I mean everywhere.",
            "A snack at four in the afternoon beats any motivational speaker.",
            "Plan for {n} percent fewer lunches than registrations, and be honest with the caterer about it.",
            "Labels on the food are part of accessibility.",
            "If the queue is longer than the session break, it is a programme problem and not a food problem.",
        ],
        Questions =
        [
            "Buffet, bowls or boxes: what works for your crowd and why?",
            "How do you guess the number of lunches, and how wrong are you?",
            "What did you change that cut food waste for real?",
            "Which allergy or diet did you get wrong once, and what do you do now?",
        ],
        Photos = ["A long table with small bowls, each with a handwritten card", "Two coffee urns and a very long queue"],
    };
}
