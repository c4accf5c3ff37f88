using Listening.Posts;
using Listening.Stores;
using Listening.Tracking;
using Microsoft.Extensions.Options;

namespace Listening.Polling;

/// <summary>Takes observations through matching and consent into the store.</summary>
public sealed class PageKeeper(IPostStore posts, ITrackingStore tracking, AuthorConsent authors, IOptions<ConsentOptions> consent, IOptions<RetentionOptions> retention, TimeProvider time) : IDisposable
{
    // One page at a time: a post that another host's lane is about to store must not outlive the wish that is being carried out here.
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>When it returns, every post of the page that may be kept is stored and every other one is counted. Repeating is harmless.</summary>
    public async Task<KeptPage> KeepAsync(PostPage page, IPostSource source, Matcher matcher, CancellationToken ct)
    {
        var (kept, withheld) = await OneAtATimeAsync(Matched(page.Observations, source, matcher).Where(observation => observation.Post.Matched.Count > 0), ct);
        if (withheld.Total > 0)
        {
            await tracking.CountWithheldAsync(withheld, ct);
        }

        return kept;
    }

    /// <summary>
    /// The same for stored posts that were asked for again: one that has lost its hashtag by an edit is kept as such, and nothing is counted
    /// as withheld, because it was when it was first met.
    /// </summary>
    public async Task<KeptPage> KeepAgainAsync(IReadOnlyList<Observation> observations, IPostSource source, Matcher matcher, CancellationToken ct) =>
        (await OneAtATimeAsync(Matched(observations, source, matcher), ct)).Kept with { Withheld = 0 };

    public void Dispose() => _one.Dispose();

    // What would expire at once is not kept at all.
    private IEnumerable<Observation> Matched(IReadOnlyList<Observation> observations, IPostSource source, Matcher matcher)
    {
        var keptFrom = retention.Value.KeptFrom(time.GetUtcNow()) ?? DateTimeOffset.MinValue;
        return observations.Where(observation => observation.Post.CreatedAt >= keptFrom).Select(observation => observation with { Post = matcher.Match(observation, source.Fold) });
    }

    private async Task<(KeptPage Kept, WithheldCounts Withheld)> OneAtATimeAsync(IEnumerable<Observation> observations, CancellationToken ct)
    {
        Observation[] all = [.. observations];
        if (all.Length == 0)
        {
            return (KeptPage.Nothing, WithheldCounts.None);
        }

        await _one.WaitAsync(ct);
        try
        {
            return await KeepAsync(all, ct);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<(KeptPage Kept, WithheldCounts Withheld)> KeepAsync(Observation[] observations, CancellationToken ct)
    {
        var answers = await authors.AskAsync([.. observations.Where(observation => observation.IsPublic)], ct);
        List<Post> kept = [];
        List<WithheldReason> withheld = [];
        foreach (var observation in observations)
        {
            var answer = observation.Post.Author is { } author && answers.TryGetValue(author.Key, out var known)
                ? known
                : new AuthorAnswer(observation.Flags, Consent.Withheld(observation.Flags, consent.Value));
            if (!observation.IsPublic)
            {
                withheld.Add(WithheldReason.NotPublic);
            }
            else if (answer.Withheld is { } reason)
            {
                withheld.Add(reason);
            }
            else
            {
                kept.Add(authors.Apply(observation.Post, answer.Flags));
            }
        }

        var outcome = kept.Count == 0 ? UpsertOutcome.None : await posts.UpsertAsync(kept, ct);
        var page = new KeptPage(outcome, withheld.Count, [.. kept.SelectMany(post => post.Matched).Distinct(StringComparer.Ordinal)]);
        return (page, WithheldCounts.Of(withheld));
    }
}
