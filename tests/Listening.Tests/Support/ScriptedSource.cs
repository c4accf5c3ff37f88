using Listening.Polling;
using Listening.Posts;
using Listening.Tracking;

namespace Listening.Tests.Support;

/// <summary>A platform of one host whose posts and answers a test sets; pages work as Mastodon's do.</summary>
internal sealed class ScriptedSource(TimeProvider time) : IPostSource
{
    public const string Host = "host.example";

    private readonly SortedDictionary<long, Observation> _posts = [];

    public string Platform => "mastodon";

    public TimeSpan MinInterval => Floor();

    public Func<TimeSpan> Floor { get; set; } = () => TimeSpan.Zero;

    public IReadOnlyList<string> Hosts => [Host];

    public int PageSize { get; set; } = 3;

    /// <summary>Every request, as <c>forward 12</c> or <c>back 7</c>.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Called before an answer is given, with the number of the request from 1; may throw.</summary>
    public Action<int> BeforeAnswer { get; set; } = _ => { };

    public HostBudget? Budget { get; set; }

    public string Fold(string hashtag) => hashtag;

    public IReadOnlyList<PollTarget> Targets(IReadOnlyCollection<string> hashtags) => [.. hashtags.Select(hashtag => new PollTarget(Platform, Host, hashtag))];

    public void Add(long id, Post post, AuthorFlags? flags = null, bool isPublic = true) => _posts[id] = new Observation
    {
        Post = post with { SeenVia = [new SeenVia(Host, id.ToString(), flags?.Indexable)], ContentHost = Host, Matched = [], MatchedVia = [], Searchable = false },
        NativeId = id.ToString(),
        StatedTags = post.Tags,
        IsPublic = isPublic,
        Flags = flags ?? AuthorFlags.None,
    };

    public Task<PostPage> ForwardAsync(PollTarget target, string? newest, CancellationToken ct) => Answer(
        $"forward {newest}",
        newest is null ? _posts.Reverse().Take(PageSize) : _posts.Where(post => post.Key > long.Parse(newest)).Take(PageSize).Reverse());

    public Task<PostPage> BackAsync(PollTarget target, string? before, CancellationToken ct) => Answer(
        $"back {before}",
        _posts.Reverse().Where(post => before is null || post.Key < long.Parse(before)).Take(PageSize));

    private Task<PostPage> Answer(string request, IEnumerable<KeyValuePair<long, Observation>> posts)
    {
        Requests.Add(request.Trim());
        BeforeAnswer(Requests.Count);
        var page = posts.ToList();
        return Task.FromResult(new PostPage(
            [.. page.Select(post => post.Value)],
            page.Count == 0 ? null : page[0].Key.ToString(),
            page.Count == 0 ? null : page[^1].Key.ToString(),
            page.Count == 0 ? null : page[^1].Value.Post.CreatedAt,
            0,
            time.GetUtcNow(),
            Budget));
    }
}
