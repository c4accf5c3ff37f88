using Listening.Stores;
using Microsoft.Extensions.Options;

namespace Listening.Polling;

/// <summary>
/// Asks for posts again when they reach one of the ages of <see cref="PollingOptions.Ages"/>. One mark a target suffices: between two
/// moments a post reaches an age when it was created that much before, so what was missed while nothing ran is caught up.
/// </summary>
internal sealed class Refresher(PollSteps steps, StoredPosts stored, IPostStore posts, IOptions<PollingOptions> options, TimeProvider time)
{
    // Each poll would ask for very few.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    // What was missed is caught up in parts, so that a part that is done stays done.
    private static readonly TimeSpan Part = TimeSpan.FromHours(1);

    public async Task RefreshAsync(OngoingPoll poll, CancellationToken ct)
    {
        var ages = options.Value.Ages;
        var pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, ages.Min().Ticks / 6));
        while (poll.State.RefreshedAt is { } from && time.GetUtcNow() is var now && now - from >= pause && poll.MayGoOn(now))
        {
            var to = now - from > Part ? from + Part : now;
            Dictionary<string, SeenPost> due = new(StringComparer.Ordinal);
            foreach (var age in ages)
            {
                var reached = await posts.SeenByTimeAsync(poll.Target.Platform, poll.Target.Host, from - age, to - age, ct);
                foreach (var post in reached.Where(poll.Lists))
                {
                    due[post.PostKey] = post;
                }
            }

            if (!await stored.AskAsync(poll, due.Values, ct))
            {
                return;
            }

            await steps.MoveAsync(poll, poll.State with { RefreshedAt = to }, ct);
        }
    }
}
