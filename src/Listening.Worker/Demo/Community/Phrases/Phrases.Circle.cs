namespace Listening.Worker.Demo.Community;

internal static partial class Phrases
{
    /// <summary>Among the friends of the lantern fair, about anything.</summary>
    public static IReadOnlyList<string> CircleAnswers { get; } =
    [
        "The goat did it.",
        "I have a spare one. Do not ask why I have a spare one.",
        "We said never again. I have it in writing, in your writing.",
        "Put it in Benno's garage.",
        "Is that before or after the soup?",
        "My mother wants to know if she may bring the accordion. I have said nothing so far.",
        "Count me in, with {n} ladders and a bad knee.",
        "This is the meadow of {n} years ago all over again.",
        "Write it on the barn door, otherwise it did not happen.",
        "Ottilie, breathe. It fits. It fitted last year with the cow.",
        "I can come on {day}, if somebody tells the geese.",
        "Who has the key to the mill? Last seen on a lantern.",
        "Per will say there is no money. Per, say it, so that we can begin.",
        "I love you all and I am not carrying the barrel organ.",
        "Idris, that is a kettle.",
        "Agreed, if I may be in charge of the fog.",
        "That is {tens} more than we have and {n} fewer than we need.",
        "Wanda's soup will fix it. It fixed the tractor.",
        "We could ask the fire brigade. They owe us a cake.",
        "My trailer, my rules: nobody sits on the tombola.",
        "Tell the band {mins} minutes earlier than it is, as always.",
        "Laughing so hard that the dog left the room.",
        "I will bring wire. I always bring wire. What is the wire for?",
        "Remember {city}? We lost a whole tent there and were home by ten.",
        "Fine, but this time with a drawing.",
        "I have {tens} metres of bunting and a free {day}.",
    ];

    /// <summary>Back from the one who began.</summary>
    public static IReadOnlyList<string> CircleReplies { get; } =
    [
        "Not before coffee, please.",
        "That was one time, and the cow was very calm.",
        "Done. It is on the barn door.",
        "You are hired, with the usual pay: soup.",
        "I knew I could count on you, and on nobody's ladders.",
        "Nobody leaves this meadow before June.",
        "See you on {day}. Bring gloves, and the other glove.",
        "I am telling the goat you said that.",
        "Then we do it like in {city}, but standing up.",
        "I take that as a yes from all {n} of you.",
    ];
}
