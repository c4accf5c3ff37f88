namespace Listening.Worker.Demo.Community;

internal static partial class People
{
    /// <summary>Six friends who put up a lantern fair in a village, and talk about hardly anything else, mostly with each other.</summary>
    public static IReadOnlyList<Person> Circle { get; } =
    [
        new(Plaza, "ottilie", "Ottilie Krug", "Lantern fair, stall plan, tape measure. The fair is in June. It is always nearly June.")
        {
            Topics = [Topics.Crew], Followers = 61,
            Lines =
            [
                "Stall plan, version {tens}: the honey is now as far from the wasps as the meadow allows.",
                "Measured the meadow again. It is {n} metres shorter than last year. Who took them?",
                "The mill will lend us {tens} benches, if nobody asks where the other {n} went.",
                "Fair meeting on {day}, at mine. Bring a chair, I lent all of ours to the fair.",
                "The council approved the lanterns, the band and the pond. They still have a question about the goat.",
            ],
        },
        new(Plaza, "benno_f", "Benno Falk", "I own the trailer. That is how I got into this.")
        {
            Topics = [Topics.Crew], Followers = 38,
            Lines =
            [
                "The trailer passed its inspection. The inspector asked what it had been through. I said: us.",
                "{tens} poles are in my garage now. The car lives outside and is sulking.",
                "Whoever put the tombola prizes in my van: I have sat on the big one.",
                "Tried the new ramp with the barrel organ. We have a faster ramp than we thought.",
            ],
        },
        new(Plaza, "wanda_s", "Wanda Sosna", "Soup for four hundred, no recipe.")
        {
            Topics = [Topics.Catering], Followers = 84,
            Lines =
            [
                "Test soup number {n} is on the stove. It tastes of ambition.",
                "I need {tens} litres, one big spoon and nobody who says 'more salt'.",
                "The soup tent leaks exactly above the soup. I call it a recipe.",
                "Ordered {crowd} bowls. They sent {crowd} lids. We are opening a lid shop.",
            ],
        },
        new(Backstage, "cass_m", "Cass Merriweather", "Sound for a meadow. One loudspeaker, many opinions.")
        {
            Topics = [Topics.Av], HoursAhead = 0, Followers = 97,
            Lines =
            [
                "Sound check on the meadow: you can hear us in the next village. They have asked for the second song again.",
                "The generator hums in G. I have told the band to agree with it.",
                "Found {n} more metres of cable under the hedge. Last year's me was a generous person.",
                "Fog machine test at dusk. The fire brigade came, and stayed for cake.",
            ],
        },
        new(Backstage, "per_lindal", "Per Lindal", "Treasurer of a lantern fair. We have three jars.")
        {
            Topics = [Topics.Budgets], Followers = 45,
            Lines =
            [
                "Cash report: we have {crowd} in the jar, and somebody has paid in buttons again.",
                "The insurance wants to know how a lantern fair can have '{n} incidents with geese'. I sent a drawing.",
                "If everybody returns one ladder we can afford the band. I am looking at all of you.",
                "Counted the lanterns: {crowd}. Counted again: {crowd}, but different ones.",
            ],
        },
        new(Plaza, "idris_p", "Idris Penhale", "Lanterns, wire, blisters. Keeper of the goat.")
        {
            Topics = [Topics.Sustainability], HoursAhead = 0, Followers = 72,
            Lines =
            [
                "{tens} lanterns papered tonight, {n} eaten. You know by whom.",
                "The goat has been given a job title. She is Head of Edges.",
                "New lantern shape. I wanted a swan. We now have {n} kettles.",
                "Rain test done. {tens} lanterns survived and the others are now a sculpture.",
            ],
        },
    ];
}
