namespace Listening.Worker.Demo.Community;

internal static partial class People
{
    private static IReadOnlyList<Person> OfPlaza =>
    [
        new(Plaza, "lucia", "Lucía Ferrer", "Producción de eventos culturales. Valencia.")
        {
            Topics = [Topics.Spanish, Topics.Networking], PostsPerWeek = 3, Sociable = .7, ComesToChat = .4, Followers = 720,
            Lines =
            [
                "Ensayo general con lluvia. El público de mañana no sabrá lo valientes que fueron las flautas.",
                "Regla número uno del equipo: nadie come de pie.",
                "Hoy aprendí que un piano no cabe por esa puerta. Ni por la otra.",
            ],
        },
        new(Plaza, "diego_m", "Diego Marín", "Streaming y congresos híbridos. Bogotá.")
        {
            Topics = [Topics.Hybrid, Topics.Spanish], HoursAhead = -5, PostsPerWeek = 2.5, Sociable = .5, ComesToChat = .5, Followers = 455, Tag = "EventProfs",
            Lines =
            [
                "Backup of the backup saved us today. I have named it Teresa.",
                "Se fue la luz en {city}, siguió el directo desde un carro. Aplausos para la batería.",
                "Seven interpreters, four languages, one very tired switcher.",
            ],
        },
        new(Plaza, "xochitl", "Xóchitl Barragán", "Ferias, artesanas, logística con mole. Oaxaca.")
        {
            Topics = [Topics.Spanish, Topics.Catering], HoursAhead = -6, PostsPerWeek = 2, Sociable = .5, ComesToChat = .2, Followers = 389,
            Lines = ["{tens} puestos, {tens} abuelas, ningún problema que ellas no hubieran visto antes.", "Llovió sobre el escenario y salió el sol sobre la comida. Prioridades correctas."],
        },
        new(Plaza, "hugh", "Hugh Tanner", "University events. Lecture halls are venues too. Toronto.")
        {
            Topics = [Topics.Venues, Topics.Speakers], HoursAhead = -5, PostsPerWeek = 2.5, Sociable = .5, ComesToChat = .6, Followers = 615,
            Lines =
            [
                "Room booking system says I am a recurring event. Fair.",
                "Graduation week. {crowd} gowns, {n} lost hats, one very proud grandmother in row A.",
                "The lectern in {room} has been 'on order' since I had hair.",
            ],
        },
        new(Plaza, "zoe_p", "Zoe Papadaki", "Incentives and island logistics. Heraklion.")
        {
            Topics = [Topics.Sponsors, Topics.Sustainability], HoursAhead = 2, PostsPerWeek = 1.5, Sociable = .4, ComesToChat = .3, Followers = 301,
            Lines = ["The ferry is late, the goats are on time.", "Group of {tens} swapped the boat tour for planting trees. The captain came along."],
        },
        new(Plaza, "ravi_n", "Ravi Nair", "Expo halls, one million square feet of carpet tape. Dubai.")
        {
            Topics = [Topics.Sponsors, Topics.Badges, Topics.Safety], HoursAhead = 4, PostsPerWeek = 2, Sociable = .4, ComesToChat = .3, Followers = 540,
            Lines =
            [
                "Hall {n} to hall 1 is {mins} minutes on foot. Put that on the map, not the sponsors.",
                "Carpet goes down at night. So do I.",
                "Build-up in the heat, talks in the cold, jacket in the bag.",
            ],
        },
        new(Plaza, "emma_l", "Emma Lindqvist-Oyelaran", "Freelance planner. Two kids, one van, many lists. Gothenburg.")
        {
            Topics = [Topics.Crew, Topics.Networking, Topics.Budgets], PostsPerWeek = 3, Sociable = .8, ComesToChat = .8, Followers = 498, Site = "onevan.example",
            Lines =
            [
                "Client call from the van, kids in the back acting as the audience. They gave me four stars.",
                "List of lists is done. It has {tens} lists on it.",
                "Ask me how my weekend was. (It had a stage in it.)",
                "Raised my day rate and nothing exploded.",
            ],
        },
        new(Plaza, "ibrahim", "Ibrahim Çelik", "Keynotes, festivals, translation booths. İzmir.")
        {
            Topics = [Topics.Speakers, Topics.Hybrid], HoursAhead = 3, PostsPerWeek = 1.5, Sociable = .4, ComesToChat = .3, Followers = 277, Discoverable = null,
            Lines = ["Three speakers, three prayers, one working clicker.", "Tea first, then the running order. In that order the running order works."],
        },
    ];
}
