using Listening.Posts;
using Listening.Stores;
using Listening.Tracking;

namespace Listening.Worker.Imports;

/// <summary>The times that an import counts as observed: of each platform and hashtag from its first post to its last.</summary>
/// <param name="log">Where they are recorded.</param>
/// <param name="tracking">What is followed.</param>
/// <param name="before">What an earlier import of the same file found.</param>
internal sealed class ImportedTimes(ICoverageLog log, ITrackingStore tracking, IEnumerable<ImportedTime> before)
{
    private readonly Dictionary<(string Platform, string Host, string Hashtag), (DateTimeOffset First, DateTimeOffset Last)> _times =
        before.ToDictionary(time => (time.Platform, time.Host, time.Hashtag), time => (time.First, time.Last));

    public IReadOnlyList<ImportedTime> All => [.. _times.Select(pair => new ImportedTime(pair.Key.Platform, pair.Key.Host, pair.Key.Hashtag, pair.Value.First, pair.Value.Last))];

    public void Add(IEnumerable<Post> posts)
    {
        foreach (var post in posts)
        {
            foreach (var key in post.Matched.SelectMany(hashtag => post.SeenVia.Select(via => (post.Platform, via.Host, hashtag))))
            {
                var known = _times.GetValueOrDefault(key, (First: post.CreatedAt, Last: post.CreatedAt));
                _times[key] = (post.CreatedAt < known.First ? post.CreatedAt : known.First, post.CreatedAt > known.Last ? post.CreatedAt : known.Last);
            }
        }
    }

    /// <summary>After the posts are stored; under each spelling, because a time counts as observed when every spelling was.</summary>
    public async Task RecordAsync(CancellationToken ct)
    {
        var spellings = (await tracking.HashtagsAsync(ct)).ToDictionary(followed => followed.Hashtag, followed => followed.Spellings().ToArray(), StringComparer.Ordinal);
        foreach (var ((platform, host, hashtag), (first, last)) in _times)
        {
            foreach (var spelling in spellings.GetValueOrDefault(hashtag, [hashtag]))
            {
                await log.RecordAsync(new PollTarget(platform, host, spelling), first, last.AddSeconds(1), ct);
            }
        }
    }
}
