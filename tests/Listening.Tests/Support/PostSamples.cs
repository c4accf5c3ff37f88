using Listening.Posts;

namespace Listening.Tests.Support;

/// <summary>
/// Posts whose keys, authors and hashtag belong to one test alone, so that a store may be shared by the tests of a class.
/// </summary>
internal sealed class PostSamples
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly string _run = Guid.NewGuid().ToString("N")[..12];

    public string Tag => Named("eventprofs");

    public string OtherTag => Named("meetings");

    public string Named(string name) => name + _run;

    public string Key(string name) => $"https://events.example/{_run}/posts/{name}";

    public Author Author(string name, bool? isBot = false) =>
        new($"https://events.example/{_run}/users/{name}", "mastodon", $"@{name}@events.example", name, $"https://events.example/@{name}", 12, isBot);

    /// <summary>A searchable post as one foreign host shows it; its id there is <see cref="Named"/> of its name.</summary>
    public Post New(string name, string author = "mara", DateTimeOffset? at = null, string text = "Hello", string host = "reader.example") => Post.Create(new Post
    {
        PostKey = Key(name),
        Platform = "mastodon",
        Host = "events.example",
        SeenVia = [new SeenVia(host, Named(name), Indexable: true)],
        ContentHost = host,
        Url = Key(name),
        Author = Author(author),
        CreatedAt = at ?? Noon,
        FirstSeenAt = Noon.AddDays(90),
        Text = text,
        Lang = "en",
        Tags = [Tag],
        TagsDisplay = [Tag],
        Matched = [Tag],
        MatchedVia = [MatchedVia.TagField],
        Searchable = true,
    });

    /// <summary>A post that answers another one, known by that one's id on a host.</summary>
    public Post Reply(string name, string parent, string host = "reader.example", string author = "tom", DateTimeOffset? at = null) => Post.Create(
        New(name, author, at ?? Noon.AddMinutes(5), host: host) with
        {
            Kind = PostKind.Reply,
            ReplyTo = PostReference.ByNativeId(host, Named(parent), null),
            ThreadKey = null,
        });
}
