namespace Listening.Worker.Demo.Community;

internal static partial class Topics
{
    public static Topic Budgets { get; } = new("money, openly", "EventBudget")
    {
        Posts =
        [
            "Contingency was {n} percent, the rain took all of it before noon.",
            "Put three offers for the same stage side by side. Between the cheapest and the dearest lay {tens} percent and a generator.",
            "Client: 'like last year, but half.' Me: half of what? We found it in the end: half of the hours, not half of the people.",
            "Prices for hotel rooms in {city} during the fair are now an art form.",
            "Published our whole budget after the event. {n} organisers wrote to ask for the spreadsheet. Here, take it, make it better.",
            "Found a double booking of {tens} chairs from last spring. They have been in a cellar at {venue} ever since, at our expense.",
            "Every number in my budget has a date and a name beside it now. Arguments are down to zero.",
        ],
        Opinions =
        [
            "Ten percent for the unknown, and never tell anyone where it is.",
            "The cheapest offer is missing something, find it before you sign.",
            "Fixed fee for planning, then nobody profits from your extra lorry.",
            "Show the client what a change costs on the day they ask.",
            "Insurance is boring until the ferry does not come.",
            "Cancel terms matter more than prices these days.",
            "Count your own hours, they are the biggest line.",
            "Ticket prices with a solidarity tier worked, {tens} percent paid more.",
            "If nobody owns a line, it grows.",
        ],
        Questions =
        [
            "Which cost surprised you most this year?",
            "How much do you keep for the unknown?",
            "Do you show clients your own hours?",
            "What would you spend on if the budget doubled?",
        ],
    };
}
