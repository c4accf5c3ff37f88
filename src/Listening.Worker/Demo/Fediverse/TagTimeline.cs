using System.Globalization;

namespace Listening.Worker.Demo.Fediverse;

/// <summary>A request for a hashtag's timeline, with Mastodon's rules for its parameters.</summary>
internal sealed record TagTimeline
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 40;
    private const int TagsPerMode = 4;

    public required string Tag { get; init; }

    public int Limit { get; init; } = DefaultLimit;

    public long? MaxId { get; init; }

    public long? MinId { get; init; }

    public long? SinceId { get; init; }

    public bool Local { get; init; }

    public bool Remote { get; init; }

    public bool OnlyMedia { get; init; }

    public IReadOnlyList<string> Any { get; init; } = [];

    public IReadOnlyList<string> All { get; init; } = [];

    public IReadOnlyList<string> None { get; init; } = [];

    public static TagTimeline Parse(string tag, IQueryCollection query) => new()
    {
        Tag = MastodonTag.Normalize(tag),
        Limit = query.TryGetValue("limit", out var limit) && int.TryParse(limit, CultureInfo.InvariantCulture, out var number) ? (int)Math.Min(Math.Abs((long)number), MaxLimit) : DefaultLimit,
        MaxId = Id(query, "max_id"),
        MinId = Id(query, "min_id"),
        SinceId = Id(query, "since_id"),
        Local = IsTrue(query, "local"),
        Remote = IsTrue(query, "remote"),
        OnlyMedia = IsTrue(query, "only_media"),
        Any = [.. Names(query, "any[]").Take(TagsPerMode - 1)],
        All = [.. Names(query, "all[]").Take(TagsPerMode)],
        None = [.. Names(query, "none[]").Take(TagsPerMode)],
    };

    /// <summary>The page, always the highest id first: with <c>min_id</c> the oldest ones after it, else the newest ones.</summary>
    public IReadOnlyList<ScriptedStatus> PageOf(IReadOnlyList<ScriptedStatus> newestFirst, DateTimeOffset now)
    {
        var after = MinId ?? SinceId;
        var fitting = newestFirst.Where(status => (MaxId is null || status.Id < MaxId) && (after is null || status.Id > after) && Fits(status, now));
        return MinId is null ? [.. fitting.Take(Limit)] : [.. fitting.TakeLast(Limit)];
    }

    private bool Fits(ScriptedStatus status, DateTimeOffset now)
    {
        if (!status.IsThere(now) || status.Post.Visibility != "public" || (Local && !status.IsLocal) || (Remote && status.IsLocal) || (OnlyMedia && status.Post.Media.Count == 0))
        {
            return false;
        }

        var tags = status.VersionAt(now).Tags;
        return (tags.Contains(Tag) || Any.Any(tags.Contains)) && All.All(tags.Contains) && !None.Any(tags.Contains);
    }

    private static long? Id(IQueryCollection query, string name) => query.TryGetValue(name, out var value) && value != ""
        ? (long.TryParse(value, CultureInfo.InvariantCulture, out var id) ? id : 0)
        : null;

    private static bool IsTrue(IQueryCollection query, string name) =>
        query.TryGetValue(name, out var value) && value.ToString() is not ("" or "0" or "f" or "false" or "F" or "FALSE" or "off" or "OFF");

    private static IEnumerable<string> Names(IQueryCollection query, string name) => query[name].OfType<string>().Select(MastodonTag.Normalize);
}
