using Listening.Tracking;

namespace Listening.Benchmarks.Polling;

/// <summary>A hashtag that is polled for weeks: how many requests that takes, and how late its posts are found.</summary>
internal static class PolledWeeks
{
    public const int Learned = 4;

    private static readonly TimeSpan Max = TimeSpan.FromMinutes(30);

    /// <summary>With <see cref="NextPoll"/> as the worker uses it: a rhythm of the last four weeks, learned anew each hour.</summary>
    public static PolledResult ByRhythm(IReadOnlyList<DateTimeOffset> posts, int weeks, TimeSpan min)
    {
        var counts = new long[weeks * WeekRhythm.Hours];
        foreach (var post in posts)
        {
            counts[(int)(post - WeekProfile.Begins).TotalHours]++;
        }

        WeekRhythm? rhythm = null;
        var learned = -1;
        var quiet = 0;
        Queue<(DateTimeOffset At, int Posts)> lately = new();
        return Poll(posts, weeks, (now, found, distance) =>
        {
            var hour = (int)(now - WeekProfile.Begins).TotalHours;
            if (hour != learned)
            {
                var first = hour - (Learned * WeekRhythm.Hours);
                (rhythm, learned) = (WeekRhythm.Of(WeekProfile.Begins.AddHours(first), new ArraySegment<long>(counts, first, Learned * WeekRhythm.Hours)), hour);
            }

            quiet = found > 0 ? 0 : quiet + 1;
            var window = min * NextPoll.QuietestFactor;
            lately.Enqueue((now, found));
            while (lately.Peek().At <= now - window)
            {
                lately.Dequeue();
            }

            return rhythm is null
                ? NextPoll.Interval(quiet, min, Max)
                : NextPoll.Interval(rhythm, new FoundLately(lately.Sum(poll => poll.Posts), distance > window ? distance : window), now, min, Max);
        });
    }

    /// <summary>With twice the distance after each poll that found nothing, as long as there is no rhythm.</summary>
    public static PolledResult ByDoubling(IReadOnlyList<DateTimeOffset> posts, int weeks, TimeSpan min)
    {
        var quiet = 0;
        return Poll(posts, weeks, (_, found, _) =>
        {
            quiet = found > 0 ? 0 : quiet + 1;
            return NextPoll.Interval(quiet, min, Max);
        });
    }

    // After the weeks that are only learned from.
    private static PolledResult Poll(IReadOnlyList<DateTimeOffset> posts, int weeks, Func<DateTimeOffset, int, TimeSpan, TimeSpan> next)
    {
        var (begins, ends) = (WeekProfile.Begins.AddDays(7 * Learned), WeekProfile.Begins.AddDays(7 * weeks));
        var at = 0;
        while (at < posts.Count && posts[at] < begins)
        {
            at++;
        }

        var (requests, seen, late, distance) = (0L, 0L, 0.0, TimeSpan.Zero);
        for (var now = begins; now < ends; now += distance)
        {
            requests++;
            var found = 0;
            for (; at < posts.Count && posts[at] <= now; at++)
            {
                found++;
                late += (now - posts[at]).TotalHours;
            }

            seen += found;
            distance = next(now, found, distance);
        }

        return new PolledResult(requests / (ends - begins).TotalHours, late / seen);
    }
}
