using System.Diagnostics;
using Listening.Posts;

namespace Listening.Benchmarks.Questions;

/// <summary>A year of posts, made by a seed.</summary>
internal sealed class MillionPosts(int posts, DateTimeOffset ends)
{
    /// <summary>One post in five carries it.</summary>
    public const string Hashtag = "eventprofs";

    private const int OtherHashtags = 8;
    private const int People = 30_000;
    private const int WordsOfLanguage = 8_000;

    private readonly Random _random = new(7);

    public static TimeSpan Year { get; } = TimeSpan.FromDays(365);

    /// <summary>Words as people use them: the first is in every fourth post, the last in hardly any.</summary>
    public static string Word(Random random) => $"word{(int)(WordsOfLanguage * Math.Pow(random.NextDouble(), 3))}";

    /// <summary>All of them, the oldest first; made anew each time.</summary>
    public IEnumerable<Post> All() => Enumerable.Range(0, posts).Select(Post);

    /// <summary>Hands all of them over, in batches, and says how far that is.</summary>
    public async Task WriteAsync(int atOnce, Func<Post[], Task> write, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        for (var first = 0; first < posts; first += atOnce)
        {
            ct.ThrowIfCancellationRequested();
            var end = Math.Min(first + atOnce, posts);
            await write([.. Enumerable.Range(first, end - first).Select(Post)]);
            Console.Write($"\r  {end:N0} posts written in {watch.Elapsed.TotalSeconds:F0} s ");
        }

        Console.WriteLine();
    }

    private Post Post(int number)
    {
        var person = (int)(People * Math.Pow(_random.NextDouble(), 2));
        var home = $"home{person % 200}.example";
        var at = ends - (Year * ((posts - number) / (double)posts));
        var id = $"{(at.ToUnixTimeMilliseconds() << 16) + (number & 0xffff)}";
        var hashtag = number % 5 == 0 ? Hashtag : $"other{number % OtherHashtags}";
        var key = $"https://{home}/users/person{person}/statuses/{id}";
        return Posts.Post.Create(new Post
        {
            PostKey = key,
            Platform = "mastodon",
            Host = home,
            ContentHost = "reader.example",
            SeenVia = [new SeenVia("reader.example", id, person % 5 < 3)],
            Url = $"https://{home}/@person{person}/{id}",
            Author = new Author($"https://{home}/users/person{person}", "mastodon", $"@person{person}@{home}", $"Person {person}", $"https://{home}/@person{person}", 100, person % 50 == 0),
            CreatedAt = at,
            FirstSeenAt = at.AddMinutes(1),
            Kind = PostKind.Post,
            Text = string.Join(' ', Enumerable.Range(0, 18).Select(_ => Word(_random)).Append($"#{hashtag}")),
            Lang = "en",
            Tags = [hashtag],
            TagsDisplay = [hashtag],
            Matched = [hashtag],
            MatchedVia = [MatchedVia.TagField],
            Engagement = new Engagement(number % 9, number % 4, 0, 0, null),
            Searchable = person % 5 < 3,
        });
    }
}
