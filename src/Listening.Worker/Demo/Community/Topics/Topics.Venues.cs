namespace Listening.Worker.Demo.Community;

internal static partial class Topics
{
    public static Topic Venues { get; } = new("choosing a venue", "Venues")
    {
        Posts =
        [
            "Site visit in {city}. Beautiful hall, and the loading dock is behind a school that lets out at exactly our load-in time.",
            "The venue says capacity {crowd}. The venue has never put chairs in a room.",
            "Asked {venue} for the ceiling load plan. Got a brochure with a harp on the cover.",
            "A venue that sends the floor plan as a proper drawing in the first mail goes straight to the top of my list.",
            "Walked the whole route from the station to {venue} with a suitcase. {mins} minutes and two flights of stairs. Would not have known from the map.",
            "They renamed all the rooms at {venue} after rivers. Delegates asked for 'the wet one'.",
            "Today I counted power sockets for an hour and it was the most useful hour of the month.",
            "Cancelled a hold in {city} because of one clause about exclusive catering. Read the clauses, friends.",
        ],
        Opinions =
        [
            "Go at the same hour of the day as your event, the light and the traffic lie at any other hour.",
            "Ask to see the toilets first, they tell you how a house is run.",
            "A smaller room that is full feels better than a big one that is not.",
            "The night porter knows more about a venue than the sales team.",
            "If the lift to {room} fits one wheelchair and no more, plan twice the time between sessions.",
            "Columns never appear in the photos.",
            "I would take good daylight over any chandelier.",
            "Always ask who has the hall the day before you.",
            "Universities out of term are the most underrated venues there are.",
        ],
        Questions =
        [
            "Which question do you ask on a site visit that nobody else asks?",
            "What made you walk away from a venue at the last moment?",
            "How do you compare the real price of two venues, with everything in it?",
            "What is the oddest place that worked better than a hotel?",
        ],
        Photos = ["An empty hall with tall windows and a taped floor plan", "A loading dock with one truck too many"],
    };
}
