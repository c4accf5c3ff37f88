namespace Listening.Worker.Demo.Community;

internal static partial class Topics
{
    public static Topic Accessibility { get; } = new("events that everybody can use", "Accessibility")
    {
        Posts =
        [
            "Walked the whole site in {city} with a wheelchair user before we signed. She found {n} things in {mins} minutes that our checklist did not have.",
            "Live captions on the side screen: {tens} percent of the room said they read them, and most of them hear perfectly well.",
            "The quiet room was full by eleven. Next time it gets a bigger room than the press.",
            "Please stop calling it special needs in forms. 'What do you need to take part?' works for everybody.",
            "A ramp that is there but locked is not there. I have the photo.",
            "Sent the slides to the interpreters a week ahead for once. They hugged me.",
            "We put the step-free route first on the map and the stairs second. Nobody noticed, and that was the point.",
        ],
        Opinions =
        [
            "Ask early, ask openly, and then really do it.",
            "Say it into the microphone, even if you think your voice carries.",
            "Pay the people who test your venue for you.",
            "Captions help the tired, the late and the ones at the back.",
            "Put seats along every long corridor.",
            "A budget line for access, from the first draft on, saves the embarrassment later.",
            "Describe what is on the slide, it makes a better talk for all.",
            "The schedule needs air in it, {mins} minutes between sessions at the least.",
            "Contrast on signs is free.",
        ],
        Questions =
        [
            "Where does your registration form ask about access, and what happens with the answers?",
            "Which change for a few turned out to be good for everybody?",
            "Who checks your venue with you?",
            "What would you do with a tenth of the budget for access?",
        ],
        Photos = ["A side screen with live captions next to the stage", "A sign with a large arrow and the words step-free way"],
    };
}
