namespace Listening.Worker.Demo.Community;

internal static partial class Phrases
{
    /// <summary>On Thursday before noon; {topic} is filled in.</summary>
    public static IReadOnlyList<string> ChatAnnouncements { get; } =
    [
        "Tonight at 20:00 UTC: {topic}. Four questions, Q1 to Q4, answer with A1 to A4 and the hashtag. Bring tea.",
        "It is Thursday, so there is a chat. 20:00 UTC, and we talk about {topic}. Newcomers get the first word.",
        "Chat tonight, 20:00 UTC. Topic: {topic}. No preparation needed, opinions welcome.",
        "20:00 UTC, one hour, {topic}. If you have never joined, just answer one question and say hello.",
        "Questions for tonight are ready. 20:00 UTC, and it is all about {topic}. I am curious what you make of number three.",
    ];

    public static IReadOnlyList<string> ChatOpenings { get; } =
    [
        "Good evening and welcome to the chat! Today: {topic}. Say who you are and where you are while I pour the tea.",
        "Hello everybody, it is eight, the kettle is on. We talk about {topic}. Roll call first: name, place, last event?",
        "Welcome in! One hour, four questions, one rule: be kind. Our topic is {topic}.",
        "Here we are again, tonight with {topic}. Tell us your name and the weather where you are.",
    ];

    public static IReadOnlyList<string> ChatGreetings { get; } =
    [
        "Evening all, {city} here, with soup.",
        "Hello! Late from a site visit in {city} but here.",
        "Good evening from {city}, {mins} minutes of battery left.",
        "Hi, it is {n} degrees in {city} and I have a blanket.",
        "Hello from {venue}, the cleaners say hello too.",
        "Evening! Last event: {crowd} people, one power cut.",
        "Hi all. {city}, show in {n} days, please distract me.",
        "Hi from a train somewhere after {city}, signal comes and goes.",
        "Here, feet up, shoes off, {tens} mails unread.",
        "Good evening from the loading dock at {venue}.",
        "Hello all, first chat in {n} weeks for me.",
        "Present. Rain in {city}, of course.",
        "Hi everyone, I brought {n} opinions and no evidence.",
        "Lurking from {city} while the kids fall asleep.",
        "Hello hello, I made it home {mins} minutes ago.",
    ];

    /// <summary>Answers that fit most questions.</summary>
    public static IReadOnlyList<string> ChatAnswers { get; } =
    [
        "We asked {tens} people after the last one, and they all said: less of it, but better.",
        "Honestly? We do it because we did it in {city}. Good question.",
        "It depends on who is in the room. For {crowd} people I would say no.",
        "In {city} we let the volunteers decide, and they were stricter than us.",
        "I learned that the hard way at {venue}. Ask early, get it in writing.",
        "The answer changed for me after {city}. I used to count, now I ask.",
        "We start with it {tens} days before. It used to be {n}.",
        "No good answer, but a good failure: we forgot to tell the night shift at {venue}.",
        "Two things: a list of {n} lines, and one person who owns it.",
        "{mins} minutes with everybody at one table. No slides.",
        "Our client paid for it once they saw the photo from {city}.",
        "I stopped doing it {n} years ago and nobody wrote to me.",
        "With us the {n} interns know best. Not joking.",
        "It costs {mins} minutes a day and saves the whole {day}.",
        "Whatever it is, test it with the doors open and people in the way.",
        "I write it down, and next year I do not read it. So: {n} big red notes on the door.",
        "Start small. One floor, one day, {tens} people.",
        "We tried it for {crowd} people and again for {tens}. Only the small one worked.",
        "A friend at {venue} rang me about it, and that call was better than any guide.",
        "If I am honest I leave that to my colleague in {city} with more patience.",
    ];

    /// <summary>Between participants of the chat.</summary>
    public static IReadOnlyList<string> ChatReactions { get; } =
    [
        "Say more about that? That is my whole {day} right now.",
        "That one goes on my wall.",
        "Agreed, and it is cheaper too.",
        "We had the opposite in {city}, funny.",
        "Writing that down.",
        "Yes! And put a name on it.",
        "Did anybody complain?",
        "I wish I had known that in spring.",
        "This. Every word.",
        "Not sure it works outdoors, but I want to try.",
    ];

    public static IReadOnlyList<string> ChatClosings { get; } =
    [
        "That was the hour! Thank you all. Next Thursday, same time. Go to bed, load-in is early.",
        "And we are at nine. I have a page full of notes. Thank you, see you next week at 20:00 UTC.",
        "Time! Best line tonight goes to the one about the night shift. Until next Thursday.",
        "Thank you for {tens} answers and not one brochure. Same time next week.",
    ];
}
