using System.Collections.Concurrent;
using Listening.Polling;
using Listening.Posts;
using Listening.Stores;
using Listening.Tracking;
using Listening.Worker.Answers;

namespace Listening.Worker.Jobs;

/// <summary>Says of the hashtags that somebody just asked to watch, once their first polls are done and found little, what the hosts know of them.</summary>
internal sealed partial class QuietHashtags(QuietHashtagQuestion question, ITrackingStore tracking, IEnumerable<IPostSource> sources, TimeProvider time, ILogger<QuietHashtags> logger)
{
    /// <summary>A host that was not polled by then is not waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _askedAt = new(StringComparer.Ordinal);

    public void LookAt(IEnumerable<Hashtag> hashtags)
    {
        foreach (var hashtag in hashtags)
        {
            _askedAt[hashtag.Folded] = time.GetUtcNow();
        }
    }

    public async Task LookAsync(CancellationToken ct)
    {
        if (_askedAt.IsEmpty)
        {
            return;
        }

        var followed = await tracking.HashtagsAsync(ct);
        foreach (var (name, askedAt) in _askedAt)
        {
            var hashtag = followed.FirstOrDefault(hashtag => hashtag.Hashtag == name && hashtag.State == HashtagState.Active);
            if (hashtag is not null && !await WasPolledAsync(hashtag, askedAt, ct) && time.GetUtcNow() < askedAt + Patience)
            {
                continue;
            }

            _askedAt.TryRemove(name, out _);
            if (hashtag is not null && await question.AskAsync(hashtag, ct) is { } answer)
            {
                Say(hashtag, answer);
            }
        }
    }

    private async Task<bool> WasPolledAsync(TrackedHashtag hashtag, DateTimeOffset since, CancellationToken ct)
    {
        var states = (await tracking.PollStatesAsync(dueBy: null, ct)).ToDictionary(state => state.Target);
        var failing = (await tracking.HealthAsync(ct)).Where(health => health.AvailableAt > time.GetUtcNow()).Select(health => (health.Platform, health.Host)).ToHashSet();
        return sources.SelectMany(source => source.Targets([.. hashtag.Spellings()])).All(target =>
            states.GetValueOrDefault(target)?.LastSuccessAt >= since || failing.Contains((target.Platform, target.Host)));
    }

    private void Say(TrackedHashtag hashtag, QuietHashtagAnswer answer)
    {
        foreach (var host in answer.Hosts)
        {
            HostKnows(logger, host.Host, Posts(host.Uses), host.Uses == 0 ? "" : $" by {(host.Accounts > 1 ? "up to " : "")}{People(host.Accounts)}", hashtag.Display, host.Days);
        }

        if (answer.Companions.Count > 0)
        {
            Livelier(logger, hashtag.Display, string.Join(", ", answer.Companions.Select(companion => $"#{companion.Hashtag} ({Posts(companion.Activity.Uses)})")), answer.Companions[0].Activity.Host, answer.Companions[0].Activity.Days);
        }
    }

    private static string Posts(long number) => number == 0 ? "no posts" : Words.Count(number, "post");

    private static string People(long number) => Words.Count(number, "person", "people");
}
