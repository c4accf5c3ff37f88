using Listening.Polling;
using Listening.Posts;
using Listening.Tracking;

namespace Listening.Tests.Support;

/// <summary>A platform whose hosts (one, unless a test adds more), posts and answers a test sets; pages work as Mastodon's do.</summary>
internal sealed class ScriptedSource(TimeProvider time) : IPostSource
{
    public const string Host = "host.example";

    private readonly Dictionary<string, SortedDictionary<long, Observation>> _posts = new() { [Host] = [] };

    public string Platform => "mastodon";

    public TimeSpan MinInterval => Floor();

    public Func<TimeSpan> Floor { get; set; } = () => TimeSpan.Zero;

    public IReadOnlyList<string> Hosts => [.. _posts.Keys];

    public int PageSize { get; set; } = 3;

    /// <summary>Every request, as <c>forward 12</c> or <c>back 7</c>.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Called before an answer is given, with the number of the request from 1; may throw.</summary>
    public Action<int> BeforeAnswer { get; set; } = _ => { };

    /// <summary>The host that does not answer for now.</summary>
    public string? IsDown { get; set; }

    public HostBudget? Budget { get; set; }

    /// <summary>The host that wants an account from now on.</summary>
    public string? Refuses { get; set; }

    public string Fold(string hashtag) => hashtag;

    public IReadOnlyList<PollTarget> Targets(IReadOnlyCollection<string> hashtags) => [.. Hosts.SelectMany(host => hashtags.Select(hashtag => new PollTarget(Platform, host, hashtag)))];

    public void AddHost(string host) => _posts[host] = [];

    public void Add(long id, Post post, AuthorFlags? flags = null, bool isPublic = true, string host = Host) => _posts[host][id] = new Observation
    {
        Post = post with { SeenVia = [new SeenVia(host, id.ToString(), flags?.Indexable)], ContentHost = host, Matched = [], MatchedVia = [], Searchable = false },
        NativeId = id.ToString(),
        StatedTags = post.Tags,
        IsPublic = isPublic,
        Flags = flags ?? AuthorFlags.None,
    };

    /// <summary>The host does not know the post any more.</summary>
    public void Remove(long id, string host = Host) => _posts[host].Remove(id);

    public int RefreshBatch => 2;

    public string? PositionAt(DateTimeOffset time) => null;

    public Task<PostPage> ForwardAsync(PollTarget target, string? newest, CancellationToken ct) => Answer(
        target.Host,
        $"forward {newest}",
        newest is null ? Listed(target).Reverse().Take(PageSize) : Listed(target).Where(post => post.Key > long.Parse(newest)).Take(PageSize).Reverse());

    public Task<PostPage> BackAsync(PollTarget target, string? before, CancellationToken ct) => Answer(
        target.Host,
        $"back {before}",
        Listed(target).Reverse().Where(post => before is null || post.Key < long.Parse(before)).Take(PageSize));

    public Task<RefreshedPosts> RefreshAsync(string host, IReadOnlyCollection<string> nativeIds, CancellationToken ct)
    {
        Requests.Add($"posts {string.Join(' ', nativeIds)}");
        FailWhereAsked(host);
        BeforeAnswer(Requests.Count);
        var known = nativeIds.ToLookup(id => _posts[host].ContainsKey(long.Parse(id)));
        return Task.FromResult(new RefreshedPosts([.. known[true].Select(id => _posts[host][long.Parse(id)])], [.. known[false]], time.GetUtcNow(), Budget));
    }

    private IEnumerable<KeyValuePair<long, Observation>> Listed(PollTarget target) => _posts[target.Host].Where(post => post.Value.StatedTags.Contains(target.Key));

    private Task<PostPage> Answer(string host, string request, IEnumerable<KeyValuePair<long, Observation>> posts)
    {
        Requests.Add(request.Trim());
        FailWhereAsked(host);
        BeforeAnswer(Requests.Count);
        var page = posts.ToList();
        return Task.FromResult(new PostPage(
            [.. page.Select(post => post.Value)],
            page.Count == 0 ? null : page[0].Key.ToString(),
            page.Count == 0 ? null : page[^1].Key.ToString(),
            page.Count == 0 ? null : page[^1].Value.Post.CreatedAt,
            0,
            time.GetUtcNow(),
            Budget)
        {
            NewestAt = page.Count == 0 ? null : page[0].Value.Post.CreatedAt,
        });
    }

    private void FailWhereAsked(string host)
    {
        if (host == Refuses)
        {
            throw new AuthenticationFailedException($"{host} wants an account.");
        }

        if (host == IsDown)
        {
            throw new PlatformUnavailableException($"{host} is down.");
        }
    }
}
