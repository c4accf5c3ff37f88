namespace Listening.Worker.Demo.Community;

internal static partial class People
{
    private static IReadOnlyList<Person> OfEvents =>
    [
        new(Events, "mara", "Mara Lind", "Event operations, mostly before dawn. Asks the questions in the #eventprofs chat, Thursdays 20:00 UTC. Rotterdam.")
        {
            Topics = [Topics.Registration, Topics.Badges, Topics.Networking], PostsPerWeek = 5, Sociable = 1, Followers = 2841, Site = "mara-lind.example", Tag = "EventProfs",
            Lines =
            [
                "Reading all your answers from the chat again with the second coffee. You are a clever lot.",
                "What should we talk about in the chat in two weeks? I have {n} ideas and all of them are about queues.",
                "Rule of the house: whoever says 'it is just a small change' has to carry it out themselves.",
                "First train, cold platform, warm thoughts about whoever invented the thermos.",
            ],
        },
        new(Events, "tobi", "Tobias Aanes", "Badge and check-in nerd. I time queues for a living. Oslo.")
        {
            Topics = [Topics.Badges, Topics.Registration], PostsPerWeek = 4, Sociable = .7, ComesToChat = .8, Followers = 910,
            Lines =
            [
                "Stopwatch report: median wait at the door {mins} seconds, longest {n} minutes, and that was a dog.",
                "I have now collected badges from {tens} events. My favourite is a wooden one. My least favourite also.",
                "Hot take: the queue starts in the confirmation mail.",
                "Drew the arrival curve for {city} again. It always has the same two humps, like a patient camel.",
            ],
        },
        new(Events, "priya", "Priya Raman", "Conference producer. Programme, people, pacing. London and trains.")
        {
            Topics = [Topics.Speakers, Topics.Hybrid, Topics.Networking], HoursAhead = 0, PostsPerWeek = 4, Sociable = .8, ComesToChat = .7, Followers = 1720, Site = "pacing.example",
            Lines =
            [
                "Programme version {n} is out. Only the titles, the order and the people have changed.",
                "Two columns on my wall: what the audience needs, what the sponsors want. There is one card in the overlap and I love it.",
                "The best brief I ever got was one sentence: they should leave braver.",
                "A colleague asked how I build an agenda. With a pencil, and from the breaks outward.",
            ],
        },
        new(Events, "deckard", "Sam Deckard", "Stage manager. Calm voice, loud shoes. Manchester.")
        {
            Topics = [Topics.Crew, Topics.Av, Topics.Safety], HoursAhead = 0, PostsPerWeek = 3, Sociable = .5, ComesToChat = .5, Followers = 655, Indexable = false,
            Lines =
            [
                "Standby everything. Go everything. Exhale.",
                "My call sheet has a line that only says 'breathe'. It is at 18:59 every time.",
                "New shoes. They squeak. In a whisper scene. Naturally.",
                "Counted my steps on show day: {tens} thousand, none of them in a straight line.",
            ],
        },
        new(Events, "yuki", "Yuki Tanabe", "Accessibility consultant for live events. Ask me about toilets. Utrecht.")
        {
            Topics = [Topics.Accessibility, Topics.Venues], PostsPerWeek = 3.5, Sociable = .9, ComesToChat = .8, Followers = 1390, Site = "step-free.example",
            Lines =
            [
                "Measured {tens} doors this week. {n} of them were as wide as the owner said.",
                "People ask for a checklist. Fine, here is one line of it: invite the people you are planning for.",
                "A museum in {city} put chairs in every room. That is the whole post. Chairs. In every room.",
                "Somebody apologised to me for a step today. The step did not move, but it is a start.",
            ],
        },
        new(Events, "olamide", "Olamide Adeyemi", "Festivals and city events. Crowds are people. Lagos, then Lisbon.")
        {
            Topics = [Topics.Safety, Topics.Crew, Topics.Sustainability], HoursAhead = 1, PostsPerWeek = 2.5, Sociable = .5, ComesToChat = .4, Followers = 802, Tag = "EventProfs",
            Lines =
            [
                "A crowd has a mood before it has a problem. Go and stand in it.",
                "Night shift at the gate. A man asked whether the stars are part of the show. I said yes.",
                "Permit number {tens} of the season is signed. I know all the stamps by name now.",
            ],
        },
        new(Events, "hannek", "Hanneke de Wit", "Catering planner. Counts forks. Ghent.")
        {
            Topics = [Topics.Catering, Topics.Sustainability], PostsPerWeek = 3, Sociable = .5, ComesToChat = .6, Followers = 540,
            Lines =
            [
                "Fork audit: started with {crowd}, ended with {tens} fewer. Where do they go? Is there a place?",
                "Soup is the most honest dish at a conference. It cannot pretend.",
                "Tested the oat milk question on {crowd} people. It is no longer a question.",
                "My mother asked what I do. I said I feed strangers on time.",
            ],
        },
        new(Events, "rui", "Rui Carvalho", "Sound engineer, father of two, asleep by ten when I can. Porto.")
        {
            Topics = [Topics.Av, Topics.Hybrid], HoursAhead = 0, PostsPerWeek = 2.5, Sociable = .4, ComesToChat = .3, Followers = 470, Discoverable = null,
            Lines =
            [
                "If you cannot hear me working, I am working.",
                "Found feedback at 2.5 kHz, a dead battery and somebody's sandwich. Usual {day}.",
                "The hall in {city} sings in E flat. We have agreed not to fight.",
            ],
        },
        new(Events, "ines", "Inês Fontoura", "Trade shows, exhibitor care, spreadsheets with feelings.")
        {
            Topics = [Topics.Sponsors, Topics.Budgets], HoursAhead = 0, PostsPerWeek = 2, Sociable = .4, ComesToChat = .4, Followers = 388,
            Lines =
            [
                "Exhibitor question of the week: may the robot have its own badge? (Yes. It was polite.)",
                "I colour the cells by how much I worry. It is a very warm spreadsheet.",
                "Stand build day. Everyone has the same screwdriver and nobody has the right one.",
            ],
        },
        new(Events, "quentin", "Quentin Moreau", "Venue side for eleven years, planner side for three. I know both lies.")
        {
            Topics = [Topics.Venues, Topics.Budgets], PostsPerWeek = 2, Sociable = .6, ComesToChat = .5, Followers = 1015, Indexable = false,
            Lines =
            [
                "From the venue side: the group that says thank you to the cleaners gets the better room next time. Not a rule. A fact.",
                "Three contracts today, three meanings of 'included'.",
                "I still dream of key rings.",
            ],
        },
        new(Events, "leo_k", "Leo Kowalczyk", "Just here for the logistics. #nobot please, I talk to people.")
        {
            Topics = [Topics.Crew, Topics.Catering], PostsPerWeek = 2, Sociable = .3, ComesToChat = .3, Followers = 130,
            Lines = ["Pallets in, pallets out, heart full.", "Van, rain, radio, {tens} chairs."],
        },
    ];
}
