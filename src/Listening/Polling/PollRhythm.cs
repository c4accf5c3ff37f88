using System.Collections.Concurrent;
using Listening.Stores;
using Listening.Tracking;
using Microsoft.Extensions.Options;

namespace Listening.Polling;

/// <summary>
/// Chooses the distance to a target's next poll by the rhythm of its hashtag, which it asks the store for at most once an hour and keeps in
/// memory, by what the last polls of the hashtag brought, and by what the host still allows.
/// </summary>
internal sealed class PollRhythm(IPostStore posts, ITrackingStore tracking, PollTargets targets, IOptions<PollingOptions> options, TimeProvider time)
{
    private const int LearnedHours = 4 * WeekRhythm.Hours;
    private static readonly TimeSpan Relearn = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <summary>The distance to the next poll of a target that was just polled.</summary>
    /// <param name="state">The target before this poll's end is written into it.</param>
    /// <param name="source">Its platform.</param>
    /// <param name="found">New posts that the poll brought.</param>
    /// <param name="quietPolls">Polls in a row that found nothing; decides where the hashtag has no rhythm yet.</param>
    /// <param name="budget">What its host still allows.</param>
    /// <param name="ct">Ends the questions to the store.</param>
    public async Task<TimeSpan> IntervalAsync(PollState state, IPostSource source, long found, int quietPolls, HostBudget? budget, CancellationToken ct)
    {
        var (min, max, now) = (options.Value.Min(source.MinInterval), options.Value.Max, time.GetUtcNow());
        var known = await KnownAsync(state.Target, source, now, ct);
        var lately = known.Note(found, now, state.LastSuccessAt, window: min * NextPoll.QuietestFactor);
        var interval = known.Rhythm is null || state.IsUnfinished
            ? NextPoll.Interval(quietPolls, min, max)
            : NextPoll.Interval(known.Rhythm, lately, now, min, max);
        var affordable = NextPoll.Affordable(budget, targets.CountOf(state.Target.Platform, state.Target.Host), now);
        return affordable > interval ? affordable < max ? affordable : max : interval;
    }

    private async Task<Known> KnownAsync(PollTarget target, IPostSource source, DateTimeOffset now, CancellationToken ct)
    {
        var key = $"{target.Platform}|{target.Key}";
        var known = _known.GetOrAdd(key, _ => new Known());
        if (now - known.LearnedAt >= Relearn || now < known.LearnedAt)
        {
            known.LearnedAt = now;
            known.Rhythm = await LearnAsync(target, source, now, ct);
        }

        return known;
    }

    private async Task<WeekRhythm?> LearnAsync(PollTarget target, IPostSource source, DateTimeOffset now, CancellationToken ct)
    {
        var followed = (await tracking.HashtagsAsync(ct)).FirstOrDefault(hashtag => hashtag.Spellings().Any(spelling => source.Fold(spelling) == target.Key));
        if (followed is null)
        {
            return null;
        }

        var from = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero).AddHours(-LearnedHours);
        var counts = await posts.VolumeAsync(followed.Hashtag, [.. Enumerable.Range(0, LearnedHours + 1).Select(hour => from.AddHours(hour))], ct);
        return WeekRhythm.Of(from, [.. counts.Select(count => count.Posts)]);
    }

    /// <summary>What is known of one hashtag of a platform.</summary>
    private sealed class Known
    {
        private readonly Lock _lock = new();
        private readonly Queue<(DateTimeOffset At, long Posts)> _found = new();

        public DateTimeOffset LearnedAt { get; set; } = DateTimeOffset.MinValue;

        public WeekRhythm? Rhythm { get; set; }

        public FoundLately Note(long posts, DateTimeOffset now, DateTimeOffset? polledBefore, TimeSpan window)
        {
            lock (_lock)
            {
                _found.Enqueue((now, posts));
                while (_found.Peek().At <= now - window)
                {
                    _found.Dequeue();
                }

                var over = polledBefore is { } before && now - before > window ? now - before : window;
                return new FoundLately((int)Math.Min(_found.Sum(found => found.Posts), int.MaxValue), over);
            }
        }
    }
}
