namespace Listening.Worker.Demo.Community;

internal static partial class Topics
{
    public static Topic Speakers { get; } = new("speakers, before and after the stage", "Speakers")
    {
        Posts =
        [
            "Speaker wrote: 'I will need no slides, no notes and no microphone.' Speaker needed all three.",
            "Invited {n} people who had never spoken before, gave each an hour of coaching. Two of them had the best ratings of the day.",
            "The timer on stage turns red and then it smiles. People finish. I do not know why it works.",
            "A panel of five is four conversations nobody hears. Going down to three in {city}.",
            "Half of our line-up are women this year, and it took exactly one thing: starting to ask in time.",
            "Paid every speaker, even the ones who said they would come for free. The programme got better, not just the mood.",
            "Got the bios in. Average length {crowd} words. Average words we can use: {n}.",
        ],
        Opinions =
        [
            "Pay them, or say clearly why you cannot.",
            "A call of {mins} minutes with each speaker, and half of the problems are gone.",
            "Tell them who sits in the room, that is all most of them want to know.",
            "New voices need a slot before lunch, not after.",
            "Moderators are a profession.",
            "Questions on cards stop the speech that pretends to be one.",
            "Say thank you twice, once with numbers.",
            "A green room with tea and no people in it.",
            "The best talks come from people who still do the work.",
        ],
        Questions =
        [
            "How do you find people who are not on every stage already?",
            "What do you send a speaker a week before?",
            "How do you stop somebody who will not stop?",
            "Fees: do you talk about them openly?",
        ],
        Photos = ["A speaker's view: a timer with a smiling red face at the edge of the stage"],
    };
}
