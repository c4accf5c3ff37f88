namespace Listening.Worker.Demo.Community;

internal static partial class Topics
{
    public static Topic Safety { get; } = new("safe on site", "EventSafety")
    {
        Posts =
        [
            "Evacuation drill with {crowd} people took {mins} minutes. With the doors that were supposed to be open it would have been half.",
            "Wind at the outdoor stage in {city}: 38 km/h and rising. We closed it ten minutes before anybody asked. Nobody thanks you for that, do it anyway.",
            "Our awareness team had {n} conversations on {day}. All quiet, all useful, none of them in any report before we had a team.",
            "Every radio has the same three phrases taped to it. Under stress people read.",
            "First aid moved from the back corridor to right beside {room}. Seems obvious. Was not.",
            "Counted the crowd at the narrow door instead of at the gate. That is where it matters.",
            "Sunscreen, water, shade: the cheapest safety measures I have ever ordered.",
        ],
        Opinions =
        [
            "Whoever may stop the show has to be known by name before it starts.",
            "A plan that only one person has read is a diary.",
            "Weather is a department.",
            "Train the volunteers on one thing: whom to call.",
            "Two ways out of every room, and both without a sofa in front.",
            "Write down the near misses, they are free lessons.",
            "Say it early and say it calmly, people follow.",
            "A code of conduct needs a phone that somebody answers.",
            "Tired crew is the biggest risk on any site.",
        ],
        Questions =
        [
            "Who on your team may stop the event, and do they know it?",
            "What did you learn from a near miss?",
            "How do you train people who are there for one day?",
            "What does your code of conduct do when somebody uses it?",
        ],
    };
}
