using Listening.Posts;
using Listening.Stores;
using Listening.Tracking;
using Listening.Worker.Answers;

namespace Listening.Worker.Api;

/// <summary>Changes to what is followed.</summary>
internal sealed class HashtagChanges(ITrackingStore tracking, IPostStore posts, TimeProvider time)
{
    /// <summary>True when it is new; false when it was followed already, just like this.</summary>
    public async Task<bool> AddAsync(Hashtag hashtag, AddHashtag wish, CancellationToken ct)
    {
        var zone = wish.Zone is null ? null : Asked.Zone(wish.Zone);
        var with = wish.With?.Select(spelling => Asked.Hashtag(spelling).Folded).Where(spelling => spelling != hashtag.Folded).Distinct().ToList();
        if (await tracking.AddHashtagAsync(TrackedHashtag.Create(hashtag, time.GetUtcNow(), zone ?? "UTC", with), ct))
        {
            return true;
        }

        var known = await FindAsync(hashtag, ct);
        if ((zone is not null && zone != known.TimeZone) || (with is not null && !known.With.ToHashSet().SetEquals(with)))
        {
            throw new ConflictException($"#{hashtag.Display} is followed already, with other settings; change them with PATCH.");
        }

        return false;
    }

    public async Task ChangeAsync(Hashtag hashtag, ChangeHashtag wish, CancellationToken ct)
    {
        if (wish is { State: null, Zone: null })
        {
            throw new BadQuestionException("Nothing to change: give 'state' (active or paused), 'zone' or both.");
        }

        var known = await FindAsync(hashtag, ct);
        var changed = known with
        {
            State = Asked.Choice(wish.State, "state", known.State),
            TimeZone = wish.Zone is null ? known.TimeZone : Asked.Zone(wish.Zone),
        };
        if (changed != known && !await tracking.UpdateHashtagAsync(changed, ct))
        {
            throw new NotFollowedException(hashtag);
        }
    }

    /// <summary>Posts can be erased after their hashtag was removed, too.</summary>
    public async Task RemoveAsync(Hashtag hashtag, bool erase, CancellationToken ct)
    {
        if (!await tracking.RemoveHashtagAsync(hashtag.Folded, ct) && !erase)
        {
            throw new NotFollowedException(hashtag);
        }

        if (erase)
        {
            await posts.EraseHashtagAsync(hashtag.Folded, ct);
        }
    }

    private async Task<TrackedHashtag> FindAsync(Hashtag hashtag, CancellationToken ct) =>
        (await tracking.HashtagsAsync(ct)).FirstOrDefault(followed => followed.Hashtag == hashtag.Folded) ?? throw new NotFollowedException(hashtag);
}
