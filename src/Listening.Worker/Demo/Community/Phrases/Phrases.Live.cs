namespace Listening.Worker.Demo.Community;

internal static partial class Phrases
{
    /// <summary>Something happens, and many speak at once: what the first one says, and what the others say.</summary>
    public static IReadOnlyList<(string News, IReadOnlyList<string> Reactions)> Stirs { get; } =
    [
        ("Fire alarm at {venue}, everybody is out on the lawn, all fine. {crowd} people and one very calm steward.",
        [
            "Everyone out here too, second door worked this time.",
            "Head count done, we are complete. Good drill, even if it was none.",
            "It was the toaster. It is always the toaster.",
            "Speaker goes on talking on the lawn. People love it.",
            "Back inside in {mins} minutes, they say. Coffee first.",
            "Somebody please give that steward a raise.",
            "Glad you are all fine! Take the water with you.",
            "The livestream shows an empty stage and {crowd} people still watch.",
        ]),
        ("The keynote just walked off the stage and gave the microphone to the cleaning crew. Standing ovation in {room}.",
        [
            "I am in {room} and I have goosebumps.",
            "She said: they know this house better than I know my slides. What a line.",
            "Best opening in years, and nobody rehearsed it.",
            "The stream dropped exactly then. Tell me everything!",
            "The interpreter is crying. I am crying.",
            "We are putting them on the programme next year, with a fee.",
            "Somebody got it on video, from row {tens}.",
            "Whoever agreed to that: respect.",
        ]),
        ("Trains to {city} are all cancelled since this morning. {tens} speakers on the way. How is everybody else doing?",
        [
            "Three of ours share a taxi now and have become friends.",
            "We swap the afternoon and the morning, the programme is on a whiteboard.",
            "Stuck near {city} with a panel of four. We are holding it in the dining car.",
            "Opened the stream for all who cannot come, free. Pass it on.",
            "Hotel gives us late arrivals without a fee, after a kind phone call.",
            "Volunteers with cars, bless them.",
            "Anyone need a moderator in {city}? I am here and nobody else is.",
            "Keynote by phone from a platform. Sound is better than expected.",
        ]),
        ("The new rules for temporary structures are out, {tens} pages. Has anybody read them already?",
        [
            "Reading. Page {n}: wind. Good so far.",
            "Two sizes of ramp are allowed now, finally.",
            "They want a named person for every stage. We had that, now it is law.",
            "Costs us about {tens} minutes more a build, I think.",
            "The part on exits is better than what we had.",
            "Does it count for tents under {tens} square metres?",
            "I am making a one-page summary, will post it tonight.",
            "Page {tens} contradicts page {n}. Of course.",
        ]),
    ];
}
