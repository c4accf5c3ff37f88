namespace Listening.Worker.Demo.Community;

internal static partial class Phrases
{
    public static IReadOnlyList<string> Introductions { get; } =
    [
        "Hello! New here. I plan small conferences in {city} and found you through the hashtag. Where do I begin?",
        "First post. I have just moved from teaching into events and I have {tens} questions. Here is one: how do you learn to say no?",
        "Hi all, event student from {city}. Looking for an internship with people who do not shout.",
        "Been reading for weeks, time to say hello. I run the technical side of a small theatre in {city}.",
        "New job, new city ({city}!), same gaffer tape. Glad there is a place where people talk shop.",
        "Somebody at {venue} told me to follow this hashtag. So: hello. I do registration desks.",
        "Hello from a tourist office in {city}. Suddenly I am the one who organises the congress. Help?",
        "I cater weddings in {city} and want to try conferences. What should I unlearn?",
    ];

    public static IReadOnlyList<string> NewcomerPosts { get; } =
    [
        "Question from a beginner: how many people at the desk for {crowd} guests?",
        "My first site visit alone was today. I forgot to look at the ceiling. What did you forget?",
        "Does anybody have a simple running order to learn from? Mine is {n} pages and still wrong.",
        "Survived my first load-in. Everything hurts and I want to do it again.",
        "Which books or blogs taught you the most?",
        "How do you deal with a client who calls after ten at night?",
        "Small victory: all {tens} name tags were spelled right.",
        "Is it normal that I dream about chairs?",
    ];

    public static IReadOnlyList<string> Welcomes { get; } =
    [
        "Welcome! Come to the chat on Thursday at 20:00 UTC, that is where we all began.",
        "Good to have you. Ask anything, nobody here knows everything either.",
        "Hello and welcome! Where in {city} are you? I know a good hall there.",
        "Welcome in. First lesson: comfortable shoes. There is no second lesson.",
        "Hi! Write to me if you want, I did the same move {n} years ago.",
        "Welcome! Begin with one event you loved and find out who did the doors.",
    ];

    /// <summary>What somebody does who has just come, as it stands in the bio.</summary>
    public static IReadOnlyList<string> NewcomerBios { get; } =
    [
        "Events since last month. Learning.",
        "Small conferences, big notebooks.",
        "Theatre technician looking over the fence.",
        "Event management student.",
        "Registration desk person. I like lists.",
        "City tourism, now also congresses.",
        "Caterer with plans.",
        "Moved from classrooms to ballrooms.",
    ];
}
