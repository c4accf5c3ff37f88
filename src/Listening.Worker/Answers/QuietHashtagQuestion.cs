using Listening.Polling;
using Listening.Stores;
using Listening.Tracking;

namespace Listening.Worker.Answers;

/// <summary>Answers, of a hashtag of which little was found, what the hosts know of it and which livelier hashtags stand beside it.</summary>
internal sealed class QuietHashtagQuestion(IPostStore posts, ITrackingStore tracking, IEnumerable<IPostSource> sources, IEnumerable<IHashtagProbe> probes, TimeProvider time)
{
    private const int Few = 5;
    private const int PostsLookedInto = 200;
    private const int CompanionsAskedFor = 5;
    private const int CompanionsShown = 3;

    // What a host still allows belongs to the polls; nobody waits for this answer.
    private const int BudgetLeft = 20;

    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    // For a host that does not say how long it wants to be left alone.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Null where at least <see cref="Few"/> posts of the last seven days are stored.</summary>
    public async Task<QuietHashtagAnswer?> AskAsync(TrackedHashtag followed, CancellationToken ct)
    {
        var found = await posts.SearchAsync(new PostQuery { Hashtag = followed.Hashtag, From = time.GetUtcNow() - Lately, Limit = 1 }, ct);
        if (found.Total >= Few)
        {
            return null;
        }

        List<(IHashtagProbe Probe, HashtagActivity Activity)> known = [];
        foreach (var probe in probes)
        {
            foreach (var host in sources.Where(source => source.Platform == probe.Platform).SelectMany(source => source.Hosts))
            {
                if (await TryAskAsync(probe, host, followed.Hashtag, ct) is { } activity)
                {
                    known.Add((probe, activity));
                }
            }
        }

        var best = known.OrderByDescending(pair => pair.Activity.Uses).FirstOrDefault();
        return new QuietHashtagAnswer([.. known.Select(pair => pair.Activity)], best.Probe is null ? [] : await CompanionsAsync(followed, best.Probe, best.Activity, ct));
    }

    private async Task<IReadOnlyList<HashtagCompanion>> CompanionsAsync(TrackedHashtag followed, IHashtagProbe probe, HashtagActivity own, CancellationToken ct)
    {
        var latest = await posts.SearchAsync(new PostQuery { Hashtag = followed.Hashtag, Limit = PostsLookedInto }, ct);
        var beside = latest.Posts
            .SelectMany(post => post.Tags.Distinct(StringComparer.Ordinal))
            .Where(tag => !followed.Spellings().Contains(tag, StringComparer.Ordinal))
            .CountBy(tag => tag, StringComparer.Ordinal)
            .OrderByDescending(tag => tag.Value).ThenBy(tag => tag.Key, StringComparer.Ordinal)
            .Take(CompanionsAskedFor);
        List<HashtagCompanion> livelier = [];
        foreach (var (tag, _) in beside)
        {
            if (await TryAskAsync(probe, own.Host, tag, ct) is { } activity && activity.Uses > own.Uses)
            {
                livelier.Add(new HashtagCompanion(tag, activity));
            }
        }

        return [.. livelier.OrderByDescending(companion => companion.Activity.Uses).Take(CompanionsShown)];
    }

    private async Task<HashtagActivity?> TryAskAsync(IHashtagProbe probe, string host, string hashtag, CancellationToken ct)
    {
        var health = (await tracking.HealthAsync(ct)).FirstOrDefault(known => known.Platform == probe.Platform && known.Host == host);
        if (health is not { LastSuccessAt: not null } || !health.IsAvailable(time.GetUtcNow()) || health.Budget is { Remaining: < BudgetLeft })
        {
            return null;
        }

        try
        {
            return await probe.AskAsync(host, hashtag, ct);
        }
        catch (RateLimitedException e)
        {
            await tracking.SaveHealthAsync(health.Demanded(e.Until ?? time.GetUtcNow() + Patience, e.Message, e.Budget), ct);
            return null;
        }
        catch (PlatformException)
        {
            return null; // the polls tell how the host is doing
        }
    }
}
