namespace Listening.Worker.Demo.Community;

internal static partial class Topics
{
    public static Topic Sponsors { get; } = new("sponsors without the shouting", "Sponsorship")
    {
        Posts =
        [
            "A sponsor paid for the child care instead of a banner. Best mentions they ever had, {tens} posts and not one of them asked for.",
            "Gold, silver, bronze is over. We sold {n} things people need: coffee, wifi, chairs outside, the night bus.",
            "Exhibitor asked for a bigger stand 'to be less visible'. We talked. He meant the neighbours.",
            "Sent the sponsors an honest report: what worked, what did not. Two renewed the same afternoon.",
            "The logo wall at {venue} is now so full that the logos have sponsors.",
            "Renewal calls this week. Everybody asks the same: who came, and did they talk with us?",
            "We let visitors vote for the most useful stand. The smallest one won, with a table, a kettle and two people who listened.",
        ],
        Opinions =
        [
            "Sell what helps the visitor, the logo comes along by itself.",
            "A short list of leads who really want to talk beats {crowd} scanned badges.",
            "No sponsor on the main stage without a rehearsal.",
            "Report within a week, while they still remember the mood.",
            "Say no once a year, it raises the price of yes.",
            "Stands near the coffee, never in a dead end.",
            "Give small companies a way in that costs less than a car.",
            "If you would be embarrassed to read the slogan out loud, do not print it.",
            "Ask them what they need to show their own boss.",
        ],
        Questions =
        [
            "Which sponsored thing did visitors thank you for?",
            "What goes into your report to sponsors?",
            "How do you keep sales talks off the stage?",
            "When did you turn money down?",
        ],
    };
}
