namespace Listening.Worker.Demo.Community;

internal static partial class Topics
{
    public static Topic Networking { get; } = new("how people really meet", "Networking")
    {
        Posts =
        [
            "Stickers with 'ask me about' and a pen. Cost almost nothing, and {room} was so loud that we had to ring the bell twice.",
            "Speed networking, but with {mins} minutes each and a task to solve together. Nobody swapped cards, everybody swapped numbers.",
            "The matchmaking app suggested that I meet myself. Twice.",
            "Long breaks are the programme. We moved two talks out and the ratings went up.",
            "A buddy for everybody who comes alone: {tens} pairs in {city}, and {n} of them have a project now.",
            "Overheard at the coffee: 'I only came for the hallway.' Building a better hallway, then.",
            "Round tables with one question on each. The table 'what went wrong' had a waiting list.",
        ],
        Opinions =
        [
            "Give people something to do with their hands.",
            "A host who introduces two strangers is worth a whole app.",
            "Silence is fine too, not everybody recharges by talking.",
            "Seats for {n}, never for ten, or you get two conversations and a gap.",
            "Newcomers first: a ribbon, a table, a person who waves.",
            "Turn the music down, whatever the agency says.",
            "The best connections happen in queues, so make queues pleasant.",
            "Follow up within three days or it was only nice.",
            "Start with what somebody needs, not with what they are.",
        ],
        Questions =
        [
            "What helps somebody who comes alone and knows nobody?",
            "Which networking format would you never run again?",
            "Do apps bring people together, in your experience?",
            "How do you see whether people really met?",
        ],
    };
}
