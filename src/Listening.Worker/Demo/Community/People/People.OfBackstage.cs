namespace Listening.Worker.Demo.Community;

internal static partial class People
{
    private static IReadOnlyList<Person> OfBackstage =>
    [
        new(Backstage, "jonv", "Jon Vesterby", "Hybrid shows since before it was a word. Aarhus.")
        {
            Topics = [Topics.Hybrid, Topics.Av], PostsPerWeek = 4, Sociable = .7, ComesToChat = .7, Followers = 1180, Site = "vesterby.example",
            Lines =
            [
                "Latency is a feeling.",
                "Rehearsal with nine time zones. The one in the same building was late.",
                "Built a 'people online' sign that lights up with the number. The room now waves at {crowd}. I am not crying.",
                "Somebody asked the stream to turn down the applause. Noted, and framed.",
            ],
        },
        new(Backstage, "carmel", "Carmel Brosnan", "Association conferences. Volunteers, bishops, budgets. Cork.")
        {
            Topics = [Topics.Budgets, Topics.Crew, Topics.Registration], HoursAhead = 0, PostsPerWeek = 3, Sociable = .9, ComesToChat = .9, Followers = 730,
            Lines =
            [
                "Committee meeting, hour {n}. We have agreed on the colour of the folder.",
                "God bless the volunteer who brought her own label maker.",
                "Forty years of this association and the same three people stack the chairs. I made them a cake.",
                "If anybody needs me I am arguing with a hotel about teaspoons.",
            ],
        },
        new(Backstage, "bex", "Bex Holloway", "Lighting. Also the dark.")
        {
            Topics = [Topics.Av, Topics.Crew], HoursAhead = 0, PostsPerWeek = 2.5, Sociable = .4, ComesToChat = .3, Followers = 512, Tag = "EventProfs",
            Lines =
            [
                "Today's gel colour is called 'apology'. It is a kind of pink.",
                "Client wanted it 'brighter but moodier'. I gave them a sunset.",
                "Focus at four in the morning, poetry by accident.",
            ],
        },
        new(Backstage, "nadia_s", "Nadia Suleiman", "Medical congresses. Footnotes to everything. Brussels.")
        {
            Topics = [Topics.Speakers, Topics.Registration, Topics.Accessibility], PostsPerWeek = 2.5, Sociable = .5, ComesToChat = .6, Followers = 604,
            Lines =
            [
                "{crowd} abstracts, {tens} reviewers, one of me.",
                "A professor sent his talk on a floppy disk. We found a drive. It was brilliant.",
                "Poster boards are the most democratic furniture on earth.",
            ],
        },
        new(Backstage, "thijs", "Thijs Bakker", "Builds small software for big queues. Eindhoven.")
        {
            Topics = [Topics.Registration, Topics.Networking], PostsPerWeek = 2, Sociable = .5, ComesToChat = .4, Followers = 295, Site = "queue-lab.example",
            Lines =
            [
                "Wrote a check-in that works without a network. Tested it in a cellar. The cellar was lovely.",
                "Every bug report today began with 'so there was this one attendee'.",
                "Open question: why do all event apps want my birthday?",
            ],
        },
        new(Backstage, "gwen", "Gwen Prosser", "Sustainability lead at a convention centre. Weighs bins. Cardiff.")
        {
            Topics = [Topics.Sustainability, Topics.Catering, Topics.Venues], HoursAhead = 0, PostsPerWeek = 3, Sociable = .6, ComesToChat = .7, Followers = 866, Indexable = null,
            Lines =
            [
                "Bin diary, {day}: {tens} kilos, one umbrella, half a swan made of ice.",
                "I turned the heating down one degree and nobody noticed for {n} weeks. Then I told them and everybody was cold.",
                "Sorting waste with the mayor. He is good at glass.",
                "The roof made more power than the congress used on {day}. Wrote it on the big screen, got applause, went red.",
            ],
        },
        new(Backstage, "marcus_o", "Marcus Oduya", "Corporate events, recovering. Nairobi.")
        {
            Topics = [Topics.Sponsors, Topics.Speakers, Topics.Budgets], HoursAhead = 3, PostsPerWeek = 2, Sociable = .4, ComesToChat = .3, Followers = 432,
            Lines =
            [
                "The CEO will ride in on a camel. The camel has better references.",
                "Town hall meeting, {crowd} people, one clicker, no fear.",
                "Cut my slide template down to two slides. The second one is empty on purpose.",
            ],
        },
        new(Backstage, "sofiaw", "Sofia Wiklund", "Interpreting and live captions. Malmö.")
        {
            Topics = [Topics.Accessibility, Topics.Speakers], PostsPerWeek = 2, Sociable = .6, ComesToChat = .5, Followers = 377,
            Lines =
            [
                "Captioned a joke today. It was not funny in any of the four languages. Big laugh anyway.",
                "Please send names. Names, names, names. I can type anything but I cannot guess a name.",
                "The fastest speaker of the year: {crowd} words in two minutes. I have started a league table.",
            ],
        },
        new(Backstage, "pete_rig", "Pete Rigby", "Rigger. I look up.")
        {
            Topics = [Topics.Safety, Topics.Av], HoursAhead = 0, PostsPerWeek = 1.5, Sociable = .3, ComesToChat = .2, Followers = 190, Discoverable = false,
            Lines = ["Nothing falls if you are boring enough.", "{tens} points in, all checked twice, tea."],
        },
        new(Backstage, "aroha", "Aroha Ngata", "Community gatherings and long tables. Wellington.")
        {
            Topics = [Topics.Networking, Topics.Catering], HoursAhead = 12, PostsPerWeek = 2, Sociable = .6, ComesToChat = .2, Followers = 518,
            Lines =
            [
                "We start with names and where the rivers are. Nobody looks at a phone after that.",
                "It is tomorrow here. Tomorrow went fine.",
                "Shared one pot with {tens} people. No lanyards.",
            ],
        },
    ];
}
