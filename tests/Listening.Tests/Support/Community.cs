using Listening.Posts;

namespace Listening.Tests.Support;

/// <summary>Posts of a small community that meets on Thursday evenings, the same at every call.</summary>
internal sealed class Community(DateTimeOffset now)
{
    private static readonly string[] Names =
        ["Mara Lind", "Tom Okafor", "Inés Peña", "Yuki 田中", "Dr. Ruth Adler", "Samir", "Lena Groß", "Paweł Łęcki", "Chidi", "Anneke de Vries", "Joana", "Viktor"];

    private static readonly string[] Texts =
    [
        "Room for 200, one microphone. Which of you has run a Q&A without queueing people? #EventProfs",
        "Our sustainability checklist is public now: https://venues.example/checklist (comments welcome).\n\nWhat is missing? #eventprofs",
        "Hybrid is not a livestream with a chat box beside it. #eventprofs",
        "Looking for a venue in Kraków for May, step-free access from the street. #eventprofs #accessibility",
        "Tonight's question: what do you cut first when the budget shrinks by a third? #EventProfs",
        "Catering numbers: we over-ordered by 18 % again. How do you forecast no-shows? #eventprofs",
    ];

    /// <summary>About two posts a day, and a chat of many every Thursday at 20:00 UTC, over twelve weeks.</summary>
    public IReadOnlyList<Post> Posts()
    {
        List<Post> posts = [];
        for (var day = 83; day >= 0; day--)
        {
            var noon = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(-day).AddHours(9);
            var isChat = noon.DayOfWeek == DayOfWeek.Thursday;
            for (var i = 0; i < (isChat ? 14 : 1 + (day % 4)); i++)
            {
                var at = isChat ? noon.AddHours(11).AddMinutes(i * 4) : noon.AddMinutes((i * 97) + (day * 7 % 60));
                if (at <= now)
                {
                    posts.Add(New(posts.Count, (day * 5) + (i * (isChat ? 1 : 3)), at));
                }
            }
        }

        return posts;
    }

    public static Author AuthorOf(int number)
    {
        var name = Names[number % Names.Length];
        var user = "user" + (number % Names.Length);
        return new Author($"https://events.example/users/{user}", "mastodon", $"@{user}@events.example", name, $"https://events.example/@{user}", 120 + number, IsBot: false);
    }

    /// <summary>One post of the hashtag <c>eventprofs</c>.</summary>
    public static Post One(string key, Author author, DateTimeOffset at, string? text) => Post.Create(new Post
    {
        PostKey = "https://events.example/posts/" + key,
        Platform = "mastodon",
        Host = "events.example",
        SeenVia = [new SeenVia("reader.example", key, Indexable: true)],
        ContentHost = "reader.example",
        Url = "https://events.example/posts/" + key,
        Author = author,
        CreatedAt = at,
        FirstSeenAt = at.AddMinutes(2),
        Text = text,
        Lang = "en",
        Tags = ["eventprofs"],
        TagsDisplay = ["EventProfs"],
        Matched = ["eventprofs"],
        MatchedVia = [MatchedVia.TagField],
        Engagement = new Engagement(Likes: 3, Reposts: 1, Replies: 0, Quotes: null, Views: null),
        Searchable = true,
    });

    private static Post New(int number, int author, DateTimeOffset at) => One(number.ToString("D5"), AuthorOf(author), at, Texts[number % Texts.Length]);
}
