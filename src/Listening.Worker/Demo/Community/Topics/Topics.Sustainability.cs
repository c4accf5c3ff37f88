namespace Listening.Worker.Demo.Community;

internal static partial class Topics
{
    public static Topic Sustainability { get; } = new("less waste, fewer flights", "GreenEvents")
    {
        Posts =
        [
            "Weighed the bins after {day}. {tens} kilos less than last year, and most of it because we printed nothing nobody asked for.",
            "We asked how people travelled to {city} and put it on a big board. The train column filled up first. A little shame, a lot of pride.",
            "Rented the carpet, gave it back, and the company already had a buyer for it. Ask what happens to things afterwards.",
            "Someone offered us {crowd} branded water bottles 'for sustainability'. We said no and felt very grown up.",
            "Second life for stage sets: the wooden wall from spring is now a bookshelf in a school.",
            "Carbon report finished. {tens} percent is travel. So the most effective thing we can do is choose the place well.",
            "No goodie bags this year. Complaints so far: {n}. Thank-yous so far: many more.",
        ],
        Opinions =
        [
            "Travel is most of it, everything else is manners.",
            "Choose the city by the train timetable.",
            "Measure one thing well before you promise five.",
            "Reusable only helps if somebody washes it within reach.",
            "Nobody has ever missed the printed programme, except the one person who tells you about it all day.",
            "Signs without a year on them can be used again, it is that simple.",
            "Put the figure in the closing speech, then next year has something to beat.",
            "Sponsors follow when you make it a condition instead of a wish.",
            "Offsets are the last step, not the first.",
        ],
        Questions =
        [
            "Which figure do you measure, and who sees it?",
            "What did you stop doing that nobody missed?",
            "How do you talk with speakers about flying?",
            "Where did the green choice cost less, and where did it not?",
        ],
        Photos = ["A wall of coloured dots on a map, one for each journey", "Stacked wooden panels with last year's paint still on them"],
    };
}
