namespace Listening.Worker.Demo.Community;

internal static partial class Topics
{
    public static Topic Av { get; } = new("sound, light and the people who make it work", "AVtech")
    {
        Posts =
        [
            "The speaker's laptop had no port that was younger than me. The adapter box saved another keynote.",
            "Reminder to myself: the mic check is for the person at the back of {room}, not for the one on the stage.",
            "Swapped the two big side screens for {n} small ones along the hall. Nobody looks at the back of a head any more.",
            "Frequency plan for {city} done: {tens} wireless channels and one taxi company that does not care.",
            "Whoever labelled every single cable in the rack at {venue}: I do not know you, but I would work for you.",
            "Slides at 4:3, screen at 16:9, clicker flat, speaker late. And then the talk was wonderful.",
            "We moved the sound desk to the middle of the room and lost {n} seats. Best trade of the year.",
            "Half of all problems today were solved by somebody turning the thing off and on again. The other half by gaffer tape.",
        ],
        Opinions =
        [
            "Spend on sound first, people forgive a dark stage but not a mumbling one.",
            "A confidence monitor calms speakers more than any rehearsal.",
            "One technician who speaks up in the meeting is cheaper than one who is right afterwards.",
            "Handheld for questions, headset for talks, and a spare of both within reach.",
            "Never share the presenter's wifi with the audience.",
            "Warm light on faces, always, the cameras thank you too.",
            "A rehearsal of {mins} minutes with the real clicker is worth an hour of e-mails.",
            "Cue sheets on paper still work when nothing else does.",
            "If you can hear the air conditioning in the recording, it is too late.",
        ],
        Questions =
        [
            "What is in your emergency bag that has saved a show?",
            "How early do you bring the technical crew into planning, honestly?",
            "What do you cut first when the AV budget shrinks?",
            "Recorded talks: who edits them, and does anybody watch them?",
        ],
        Photos = ["A sound desk with coloured tape and handwritten channel names", "A stage seen from the lighting desk, one chair in a circle of light"],
    };
}
