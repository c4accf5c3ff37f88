namespace Listening.Worker.Demo.Community;

internal static partial class Topics
{
    public static Topic Hybrid { get; } = new("two audiences, one event", "HybridEvents")
    {
        Posts =
        [
            "We gave the people online their own host with her own camera and her own coffee. They stayed {mins} minutes longer on average.",
            "Stream was {n} seconds behind the room, so every online question came after the applause. Fixed it by letting the room wait. It was good for the room.",
            "Numbers from {city}: {crowd} in the hall, nearly as many online, and the best question came from a kitchen in another time zone.",
            "Dear speakers: if you say 'as you can see here' and point at the wall, {tens} people at home see your elbow.",
            "Tested a low-bandwidth version of the stream: sound and slides only. More used it than we thought, on trains mostly.",
            "Hybrid is not a camera at the back. It is two events that share a roof. Budget accordingly.",
            "The chat moderator is the hardest job of the day and we gave it to the intern. She was brilliant. We should still not have done it.",
        ],
        Opinions =
        [
            "Somebody in the room has to speak for the people who are not.",
            "Sound for the stream is a separate mix, not a cable out of the hall's desk.",
            "Shorter blocks for everybody, {mins} minutes and then a break.",
            "Online people leave when nobody says their name.",
            "Recordings within two days or nobody asks for them any more.",
            "A separate ticket price for online says what you think it is worth.",
            "If networking only happens at the bar, half of your people were not invited.",
            "Captions first, second camera later.",
            "Rehearse the handover between the room and the screen, it is where it always breaks.",
        ],
        Questions =
        [
            "What do people online get from you that people in the room do not?",
            "Who speaks for the remote audience, and do they have a microphone?",
            "Which part of your programme would you never stream again?",
            "What does a hybrid day cost you beside the camera?",
        ],
        Photos = ["A laptop on a bar table, a whole audience in little squares", "A camera on a tripod between two rows of chairs"],
    };
}
