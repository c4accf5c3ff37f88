using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd;

/// <summary>
/// Posts for one host: forty people over three weeks, and later a burst of thirty within ten minutes. Half of the people live on a host
/// that nobody can reach, so that some copies are cut to the second and carry the id of their arrival.
/// </summary>
internal sealed class EventScript(int seed, DateTimeOffset now)
{
    public const string Host = "events.example";
    private const string Elsewhere = "elsewhere.example";
    private const int People = 40;
    private const int Posts = 300;
    private const int PostsOfOneDay = 40;

    private readonly Random _random = new(seed);

    /// <summary>Three hundred posts, forty of them by one person on one day.</summary>
    public IReadOnlyList<ScriptedPost> History()
    {
        var busy = Person(7);
        var day = new DateTimeOffset(now.AddDays(-5).UtcDateTime.Date, TimeSpan.Zero);
        var ofOneDay = Enumerable.Range(0, PostsOfOneDay).Select(i => Post(busy, day.AddHours(6).AddMinutes(17.3 * i), i));
        var others = Enumerable.Range(0, Posts - PostsOfOneDay).Select(i => Post(Person(Someone(i)), now.AddMinutes(-70 - (_random.NextDouble() * 21 * 24 * 60)), 1000 + i));
        return [.. ofOneDay, .. others];
    }

    /// <summary>Thirty people write three times each within the last minutes before <paramref name="end"/>; all of it arrives from then on.</summary>
    public IReadOnlyList<ScriptedPost> Burst(DateTimeOffset end) =>
    [
        .. from i in Enumerable.Range(0, 90)
           let at = end.AddMinutes(-9 * _random.NextDouble())
           let author = Person((2 * (i % 30)) + 1) with { Host = Elsewhere }
           select Post(author, at, 2000 + i) with { Arrivals = [new ScriptedArrival(Host, end - at + TimeSpan.FromMilliseconds(20 * i))] },
    ];

    /// <summary>A few more, written and arriving now.</summary>
    public IEnumerable<ScriptedPost> More(int count, DateTimeOffset at, int firstNumber) =>
        Enumerable.Range(0, count).Select(i => Post(Person(Someone(i)), at.AddMilliseconds(i), firstNumber + i));

    /// <summary>Everybody at least once, and some much more than others.</summary>
    private int Someone(int i) => i < People ? i : (int)(People * Math.Pow(_random.NextDouble(), 2));

    private static ScriptedAccount Person(int number) => new()
    {
        Host = number % 2 == 0 ? Host : Elsewhere,
        Username = $"person{number}",
        DisplayName = $"Person {number} Žurbić",
        Bio = number == 38 ? "<p>Events. <a href=\"https://events.example/tags/NoBot\" class=\"mention hashtag\" rel=\"tag\">#<span>NoBot</span></a></p>" : "<p>Events.</p>",
        Bot = number == 36,
        Discoverable = number != 2,
        Indexable = number % 3 != 0,
    };

    private static ScriptedPost Post(ScriptedAccount author, DateTimeOffset at, int number) => new()
    {
        Key = $"post {number}",
        Author = author,
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()),
        Text = number % 3 == 0
            ? $"Räume & Töne <{number}> 🎪 all week, see https://programme.example/{number}/a-rather-long-path?day=2&hall=b #EventProfs"
            : $"Doors open in {number} minutes, said {author.Username}. #eventprofs",
        Language = number % 5 == 0 ? null : "en",
        Likes = number % 11,
    };
}
