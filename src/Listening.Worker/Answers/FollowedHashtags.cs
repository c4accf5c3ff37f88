using Listening.Polling;
using Listening.Posts;
using Listening.Stores;
using Listening.Tracking;

namespace Listening.Worker.Answers;

/// <summary>Changes to what is followed. A null answer means that the hashtag is not followed, and nothing was changed.</summary>
internal sealed class FollowedHashtags(ITrackingStore tracking, IPostStore posts, ObservedHashtags observed, IEnumerable<IPostSource> sources, IUnfinishedImports imports, TimeProvider time)
{
    /// <summary>
    /// Follows a hashtag; where it is followed already, <paramref name="zone"/> and <paramref name="with"/> replace what is kept, if given.
    /// Throws <see cref="BadQuestionException"/> for an unknown zone and for a spelling that another hashtag has.
    /// </summary>
    public async Task<(TrackedHashtag Followed, bool IsNew)> FollowAsync(Hashtag hashtag, string? zone, IReadOnlyList<Hashtag>? with, CancellationToken ct)
    {
        var spellings = with?.Select(spelling => spelling.Folded).Where(spelling => spelling != hashtag.Folded).Distinct().ToList();
        var all = await tracking.HashtagsAsync(ct);
        RequireFree(hashtag, spellings ?? [], all);
        var created = TrackedHashtag.Create(hashtag, time.GetUtcNow(), ZoneName(zone) ?? "UTC", spellings);
        if (await tracking.AddHashtagAsync(created, ct))
        {
            return (created, true);
        }

        var known = (await tracking.HashtagsAsync(ct)).First(followed => followed.Hashtag == hashtag.Folded);
        var wanted = known with { TimeZone = ZoneName(zone) ?? known.TimeZone, With = spellings ?? known.With };
        if (wanted.TimeZone != known.TimeZone || !wanted.With.SequenceEqual(known.With))
        {
            await tracking.UpdateHashtagAsync(wanted, ct);
        }

        return (wanted, false);
    }

    /// <summary>
    /// The followed hashtag that this one is or counts as; one that nobody follows is followed from now on and paused, so that nothing is
    /// asked for it.
    /// </summary>
    public async Task<TrackedHashtag> KeepPausedAsync(Hashtag hashtag, CancellationToken ct)
    {
        if (await CountsAsAsync(hashtag, ct) is { } known)
        {
            return known;
        }

        var created = TrackedHashtag.Create(hashtag, time.GetUtcNow()) with { State = HashtagState.Paused };
        return await tracking.AddHashtagAsync(created, ct) ? created : await CountsAsAsync(hashtag, ct) ?? created;
    }

    public async Task<TrackedHashtag?> SetStateAsync(Hashtag hashtag, HashtagState state, CancellationToken ct)
    {
        var known = (await tracking.HashtagsAsync(ct)).FirstOrDefault(followed => followed.Hashtag == hashtag.Folded);
        if (known is null || known.State == state)
        {
            return known;
        }

        var changed = known with { State = state };
        return await tracking.UpdateHashtagAsync(changed, ct) ? changed : null;
    }

    /// <summary>Its posts stay unless they are erased; they can be erased later too.</summary>
    public async Task<TrackedHashtag?> RemoveAsync(Hashtag hashtag, bool erase, CancellationToken ct)
    {
        var known = (await tracking.HashtagsAsync(ct)).FirstOrDefault(followed => followed.Hashtag == hashtag.Folded);
        await tracking.RemoveHashtagAsync(hashtag.Folded, ct);
        if (known is not null)
        {
            await ForgetPositionsAsync(known, ct);
        }

        if (erase)
        {
            // Followed again, it would otherwise seem that nobody had posted.
            await observed.ForgetAsync(known?.Spellings() ?? [hashtag.Folded], await StillReadAsync(ct), ct);
            await posts.EraseHashtagAsync(hashtag.Folded, ct);
            await imports.RemoveAllAsync(ct);
        }

        return known;
    }

    private async Task<TrackedHashtag?> CountsAsAsync(Hashtag hashtag, CancellationToken ct) =>
        (await tracking.HashtagsAsync(ct)).FirstOrDefault(followed => followed.Spellings().Contains(hashtag.Folded, StringComparer.Ordinal));

    // Else a hashtag that is followed again would go on where it was, and never read what was erased.
    private async Task ForgetPositionsAsync(TrackedHashtag removed, CancellationToken ct)
    {
        var stillRead = await StillReadAsync(ct);
        foreach (var source in sources)
        {
            foreach (var target in source.Targets([.. removed.Spellings()]).Except(source.Targets(stillRead)))
            {
                await tracking.RemovePollStateAsync(target, ct);
            }
        }
    }

    private async Task<string[]> StillReadAsync(CancellationToken ct) => [.. (await tracking.HashtagsAsync(ct)).SelectMany(followed => followed.Spellings())];

    private static void RequireFree(Hashtag hashtag, List<string> spellings, IReadOnlyList<TrackedHashtag> all)
    {
        foreach (var other in all.Where(other => other.Hashtag != hashtag.Folded))
        {
            if (other.Spellings().FirstOrDefault(spelling => spelling == hashtag.Folded || spellings.Contains(spelling)) is { } taken)
            {
                throw new BadQuestionException($"#{taken} already counts as #{other.Display}; remove that first, or leave #{taken} out.");
            }
        }
    }

    private static string? ZoneName(string? zone) => zone is null || TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)
        ? zone
        : throw new BadQuestionException($"'{zone}' is no time zone; write an IANA name such as Europe/Berlin or UTC.");
}
