namespace Listening.Worker.Demo.Community;

/// <summary>Of a conference: {conference}, {place} and {house} are filled in everywhere.</summary>
internal static partial class Phrases
{
    public static IReadOnlyList<string> ConferenceAnnouncements { get; } =
    [
        "In a week we open {conference} in {place}. Two days, two rooms, fourteen sessions, and a break after each. Who is coming?",
        "One week until {conference}. The programme is printed, so from now on it is a work of fiction. See you in {place}!",
        "Seven days to {conference}, {house}, {place}. There are {tens} seats left and one parking space with a duck in it.",
    ];

    public static IReadOnlyList<string> ConferencePlans { get; } =
    [
        "Ticket for {conference} is bought. Now I only need shoes and a reason for my boss.",
        "Who shares a taxi from the station to {house} next Tuesday?",
        "Packing list for {conference}: charger, second charger, something to trade.",
        "My talk for {conference} has {tens} slides. It will have {n}. I am not there yet.",
        "Will wave at everybody in {place} next week. I am the one with the loud bag.",
        "Next week in {place}, at last. I have been planning which sessions to miss since spring.",
        "Anybody at {conference} who would look at a floor plan with me over lunch?",
    ];

    public static IReadOnlyList<string> ConferenceArrivals { get; } =
    [
        "Arrived in {place}. The queue at {house} is friendly and has a dog in it.",
        "Badge in {n} seconds. Nobody spelled me wrong. {conference} has me already.",
        "Good morning {conference}! I slept {n} hours and feel like a programme note.",
        "First coffee at {house}, cup number {tens} of the morning says the lady with the pot.",
        "On the way up the stairs of {house}. Nice step-free entrance round the corner, well signed.",
        "Made it to {place} with {mins} minutes to spare. My suitcase is in another story.",
        "I can hear {conference} before I can see it. Good sign.",
        "Front row, left side, power socket. Today I am invincible.",
        "The lanyards at {conference} are made of old stage curtain. I may cry.",
        "Train late, rain, {place}. Somebody with a {conference} bag gave me half an umbrella.",
        "Found the quiet room first. Now I can enjoy all the others.",
    ];

    /// <summary>On the second day.</summary>
    public static IReadOnlyList<string> ConferenceMornings { get; } =
    [
        "Day two of {conference}. The coffee is stronger and the voices are lower.",
        "Good morning {place}. I found {house} without the map today and feel like a local.",
        "Breakfast with {n} people from yesterday's corridor. The programme starts at the toast.",
        "Second day, second shirt, first seat. Ready, {conference}.",
        "Somebody at {house} has already put the chairs straight. I saw who, and I bowed.",
        "Woke up with an idea from {conference} and {n} minutes of battery. Wrote it on the hotel soap.",
    ];

    public static IReadOnlyList<string> ConferenceOpenings { get; } =
    [
        "{conference} is open! {crowd} people in {house}, all exits shown, all phones on silent, all hearts on loud.",
        "Good morning {place}, this is {conference}. Rule one: breaks are sacred. Rule two: see rule one.",
        "And we are open. {crowd} of you in {house} and more on the stream. Be kind to the volunteers, they have the biscuits.",
    ];

    /// <summary>{speaker}, {topic} and {room} are filled in.</summary>
    public static IReadOnlyList<string> SessionStarts { get; } =
    [
        "Now in {room}: {speaker} on {topic}. {tens} people and one radiator.",
        "In {room} for {topic} with {speaker}. People sit on the floor. The floor is good.",
        "{speaker} begins, {topic}. I type, you read.",
        "{room} is full to the door for {topic}. {speaker} asks who is tired and all hands go up.",
        "Choosing {speaker} and {topic} over the other room was hard. Will report.",
        "Thread from {room}: {topic}, by {speaker}. Forgive the typos, I am standing.",
    ];

    /// <summary>{quote}, {speaker}, {topic} and {room} are filled in.</summary>
    public static IReadOnlyList<string> SessionQuotes { get; } =
    [
        "“{quote}” {speaker} in {room}.",
        "{speaker}: “{quote}” The whole row writes it down.",
        "Just now in {room}: “{quote}” Thank you, {speaker}.",
        "“{quote}” That was {speaker}, and somebody behind me said amen.",
        "Best sentence so far on {topic}: “{quote}” ({speaker})",
        "{speaker} again: “{quote}” Photo of the slide is blurred, the point is not.",
        "“{quote}” I came to {place} for this. {speaker}, {room}.",
        "Question from the floor, answer by {speaker}: “{quote}”",
        "“{quote}” Discuss. {speaker} just did, for {n} minutes.",
    ];

    public static IReadOnlyList<string> SessionReactions { get; } =
    [
        "Is there a recording?",
        "I am in the other room and I regret it.",
        "Disagree, and I will say so at lunch.",
        "Please ask about small events. We are all small events.",
        "Exactly what I tried to tell my client for {n} months.",
        "Reading this in {city} and nodding at a wall.",
        "Slides, please! Somebody! Slides!",
        "I was there for the other half: it got even better.",
        "Did nobody object? In {city} they would have.",
        "That goes on a mug.",
        "And what did it cost? That is always where the quote ends.",
        "Thank you for typing so fast.",
        "From the stream: sound is fine, tears are fine.",
        "Heard it too. I had to sit down, and I was sitting.",
    ];

    /// <summary>{topic} and {room} are filled in.</summary>
    public static IReadOnlyList<string> SpeakerThanks { get; } =
    [
        "Thank you for the questions in {room}! The one about the {n} doors I will answer when I have slept.",
        "That was my session on {topic}. Hands have stopped shaking. Notes will be up by {day}.",
        "Off stage. {room} was kind, the clicker was not. Thank you, {conference}.",
        "If you were in {room} and did not dare to ask: ask me here. {topic}, any time.",
        "Done! {mins} minutes on {topic} and I forgot only the joke.",
        "Thank you {conference}. I have never seen {room} so full, or myself so sweaty.",
    ];

    public static IReadOnlyList<string> ConferenceCorridors { get; } =
    [
        "Corridor session, unplanned, {n} people and a fruit bowl. Best of the day.",
        "Lunch at {conference} comes in three places at once. There is no queue. I do not know what to do with my hands.",
        "Met somebody from the chat in person. We are both shorter than our posts.",
        "The volunteers at {conference} walk you to the room. Nobody points. I am taking that home.",
        "Overheard at {conference}: 'We do not have a budget, we have a mood.'",
        "Captions on the big screen in every session, and everybody reads them.",
        "{house} has {n} doors and I have been through all of them looking for the same room.",
        "Traded a roll of tape for a charger. The economy of {conference} is sound.",
        "The quiet room has blankets. I repeat, blankets.",
        "Anybody going for a walk round {house} before the next session? By the bins, two minutes.",
        "Badge ribbon of the day: 'I read the floor plan'.",
        "Coffee number {n}. The barista knows my name and my problem.",
        "I came to {place} with {tens} cards and gave all of them to one very patient man.",
        "They reuse the stage set from last time, turned round. It looks better from behind.",
    ];

    public static IReadOnlyList<string> ConferenceFromAfar { get; } =
    [
        "Not in {place}, reading along between two calls. Keep typing, {conference}!",
        "Watching {conference} from the kitchen. My break catering is better, my corridor is worse.",
        "Dear people at {conference}, please bring me one of those lanyards.",
        "My whole timeline is in {place}. I am in {city}, guarding the chairs.",
        "The stream of {conference} has captions, a slow chat and a host who waves. That is how.",
        "Load-in in {city} while you all talk in {place}. Somebody has to carry the theory.",
        "Following {conference} by hashtag only, like in the old days. Works.",
        "Question to {conference} from far away: did anybody talk about money yet?",
        "Next time I am coming to {place}, and if I have to rig it myself.",
    ];

    public static IReadOnlyList<string> ConferenceEvenings { get; } =
    [
        "Day one of {conference} done. {tens} pages of notes, {n} new friends, no feet.",
        "Dinner in {place} with {n} strangers who all time queues for fun. My people.",
        "The party has a quiet corner and a loud corner and a map that says which. Of course it has.",
        "In bed at ten. I am a professional. Good night, {conference}.",
        "The lights in {house} go off one by one and somebody calls the cues. We all wait for the last one.",
        "If you find a grey scarf at {house}: it has been to more conferences than I have.",
        "Rewriting tomorrow's talk because of what I heard today. Thanks for nothing, {conference}. I mean: thanks.",
    ];

    public static IReadOnlyList<string> ConferenceClosings { get; } =
    [
        "That was {conference}. {crowd} people, fourteen sessions, {n} lost umbrellas. Thank you all. Take a chair to the van on your way out.",
        "We close {conference} with the crew on stage, where they belong. Get home safely from {place}!",
        "Lights up, doors open, {conference} is over. What will you do differently on {day}? Tell us, with the hashtag.",
    ];

    public static IReadOnlyList<string> ConferenceThanks { get; } =
    [
        "Home from {place}. Head full, bag full of other people's pens. Thank you, {conference}.",
        "To the crew of {conference}: nobody noticed you, and that is the highest praise I have.",
        "Three things I take home from {conference}: shorter talks, longer breaks, a dog at the door.",
        "Train from {place}, {n} of us in one compartment, still arguing about badges.",
        "Thank you {conference} for the captions, the blankets and the honest budget session.",
        "Wrote up my notes from {conference}: {tens} points, and {n} of them are about coffee.",
        "Already tried the first idea from {conference} this morning. My team looked at me like I was a weather front.",
        "My feet left {place} an hour after me. Thank you, everybody.",
        "To whoever sat next to me in {room} at {conference} and shared the charger: you are on my wall now.",
        "Best thing at {conference}: the chair said how many minutes were left, and they were.",
        "Unpacking. Found a {conference} lanyard, a spoon, and somebody's very good idea on a napkin.",
        "Sorry for the flood of posts from {place}. Back to chairs and vans.",
    ];
}
