namespace Listening.Worker.Demo.Community;

internal static partial class Topics
{
    public static Topic Crew { get; } = new("crew, volunteers and sleep", "EventCrew")
    {
        Posts =
        [
            "Fed the crew before the guests for the first time. The whole load-out was {mins} minutes faster.",
            "{tens} volunteers in {city}, one briefing, and a card with four sentences on it. They knew more than I did by noon.",
            "Looking for a stage manager for two days in {city}. Fair pay, real breaks, a dog on site.",
            "Wrote everybody's name on the crew board, and what they like in their coffee. It is not about the coffee.",
            "Nobody works more than ten hours, me included. It cost us {n} people more and not one mistake.",
            "Freelancers got paid within a week. Suddenly everybody answers my mails.",
            "After {n} shows in a row I slept until eleven. This is my conference report.",
            "The volunteer who found the lost hearing aid under the stage gets a medal. I am drawing it now.",
        ],
        Opinions =
        [
            "Breaks belong in the schedule, with names.",
            "Pay on time, then you may choose.",
            "A crew that eats together warns each other.",
            "Volunteers are not free, they are paid in care.",
            "Say who decides, then let them.",
            "The debrief is for what went right, too.",
            "Two weeks off after the big one, agreed before it.",
            "Write the handover as if you were ill tomorrow.",
            "Never send anybody home alone at three at night.",
        ],
        Questions =
        [
            "What do volunteers get from you, and would you do it for that?",
            "How do you keep working hours human in show week?",
            "How do you find crew in a city you do not know?",
            "What do you do in the week after?",
        ],
        Photos = ["A crew board with names, shifts and coffee orders", "Ten people asleep on flight cases"],
    };
}
