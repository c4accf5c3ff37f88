namespace Listening.Worker.Demo.Community;

internal static partial class Topics
{
    public static Topic Badges { get; } = new("badges and the first ten minutes", "Badges")
    {
        Posts =
        [
            "Badge printing went from 40 seconds to {n} per person today. The trick was not the printer, it was taking the logo out of the template.",
            "Ordered {crowd} lanyards, got {crowd} lanyards in a green nobody has ever seen before. We are calling it the brand colour now.",
            "First names in 48 point. Surnames smaller, company smallest. I will keep saying this until badges are readable from two metres.",
            "Reprint pile at the end of day one: {tens} badges. Nearly all of them were typos people made themselves at registration.",
            "A thermal printer that worked perfectly for a year chose 07:50 on the {day} of the congress to stop. Carry a spare. Carry two.",
            "We put the wifi code and the quiet room on the back of the badge. Questions at the info desk fell by about a third.",
            "Does anybody still collect badge holders at the exit? We got {tens} percent back in {city}, with nothing but a nice box and a sign.",
        ],
        Opinions =
        [
            "Printing on demand beats printing the night before as soon as you pass {crowd} people.",
            "Alphabetical queues look tidy on paper and are a mess at the door.",
            "The badge is the only piece of print that everybody reads.",
            "Pronouns on the badge, optional, in the same size as the company.",
            "Two kinds of lanyard for photo consent is the simplest system I know that people really understand.",
            "Put the name on both sides, because badges turn round by law of nature.",
            "A human who smiles at the door is worth {n} self-service kiosks.",
            "QR codes on badges only help if somebody on the stand has charged the scanner.",
            "Paper badges without plastic survived two days of rain for us.",
        ],
        Questions =
        [
            "What is on your badge that nobody needs, and what is missing?",
            "How long may somebody wait at the door before you call it a failure?",
            "Self-service kiosks or people behind desks: what made you decide?",
            "What is your plan when the printers die at eight in the morning?",
        ],
        Photos = ["A hand holds a paper badge with the first name in very large letters", "Three small badge printers on a table, labels spilling out of the middle one"],
    };
}
