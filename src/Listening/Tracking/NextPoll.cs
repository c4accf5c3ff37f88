namespace Listening.Tracking;

/// <summary>
/// When a target is polled next. Where the rhythm of its hashtag is known, as often as the square root of the rate at which posts arrive,
/// which gives the least delay for a number of requests (decision 5), and at the shortest interval while posts stream in. Else
/// soon after something was found, then at twice the distance each time nothing was.
/// </summary>
public static class NextPoll
{
    /// <summary>Without a rhythm a quiet target is asked no more seldom than this many times the shortest interval: a conversation may begin at any hour.</summary>
    public const int QuietestFactor = 10;

    /// <summary>Over a week the interval of a known rhythm is no more than this many times the shortest, so that there is room for quiet hours.</summary>
    private const double UsualFactor = 5;

    /// <summary>Where the quiet hours are known, nobody is expected to begin a conversation in them.</summary>
    private const double QuietestFactorOfARhythm = 20;

    private const double ChanceOfAStream = 0.01;
    private const int FewestPostsOfAStream = 2;

    /// <summary>The distance to the next poll after <paramref name="quietPolls"/> polls in a row that found nothing, between <paramref name="min"/> and <paramref name="max"/>.</summary>
    public static TimeSpan Interval(int quietPolls, TimeSpan min, TimeSpan max)
    {
        var factor = Math.Min(QuietestFactor, Math.Pow(2, Math.Clamp(quietPolls - 1, 0, 10)));
        return Bounded(min * factor, min, max);
    }

    /// <summary>The distance to the next poll of a hashtag whose rhythm is known, between <paramref name="min"/> and <paramref name="max"/>.</summary>
    public static TimeSpan Interval(WeekRhythm rhythm, FoundLately found, DateTimeOffset now, TimeSpan min, TimeSpan max)
    {
        var latest = Bounded(min * QuietestFactorOfARhythm, min, max);
        if (latest <= min || IsStream(rhythm, found, now))
        {
            return min;
        }

        // The next poll is due when the polls that the rhythm asks for add up to one: an hour that begins before then counts as what it is.
        var share = 0.0;
        var at = now;
        while (at < now + latest)
        {
            var hourEnds = NextHour(at);
            var pollsPerHour = PollsPerHour(rhythm, at, min);
            var due = at + TimeSpan.FromHours(Math.Min((1 - share) / pollsPerHour, 24));
            if (due <= hourEnds)
            {
                return Bounded(due - now, min, latest);
            }

            share += pollsPerHour * (hourEnds - at).TotalHours;
            at = hourEnds;
        }

        return latest;
    }

    /// <summary>
    /// The distance at which each of a host's <paramref name="targets"/> may be polled so that half of what the host still allows lasts until it
    /// allows more; the other half is for reading back and for bursts. Zero where the host says nothing about it.
    /// </summary>
    public static TimeSpan Affordable(HostBudget? budget, int targets, DateTimeOffset now) =>
        budget is { ResetsAt: { } resets } && resets > now
            ? (resets - now) * (targets / Math.Max(1, budget.Remaining / 2.0))
            : TimeSpan.Zero;

    // A request is worth as much as half of the shortest interval in the delay of one post, so that a hashtag with a post in each of them is
    // polled in each of them.
    private static double PollsPerHour(WeekRhythm rhythm, DateTimeOffset at, TimeSpan min)
    {
        var usual = Math.Max(Math.Sqrt(rhythm.PerHour / min.TotalHours), 1 / (min.TotalHours * UsualFactor));
        return usual * Math.Sqrt(rhythm.At(at) / rhythm.PerHour);
    }

    private static bool IsStream(WeekRhythm rhythm, FoundLately found, DateTimeOffset now)
    {
        var expected = Math.Max(rhythm.At(now), rhythm.At(now - found.Over)) * found.Over.TotalHours;
        return found.Posts >= FewestPostsOfAStream && found.Posts > expected && ChanceOfAtLeast(found.Posts, expected) < ChanceOfAStream;
    }

    // Poisson. Far above the mean the first term that is left out bounds the rest.
    private static double ChanceOfAtLeast(int posts, double expected)
    {
        var (term, below) = (Math.Exp(-expected), 0.0);
        for (var i = 0; i < posts && i < 10_000; i++)
        {
            below += term;
            term *= expected / (i + 1);
        }

        return 1 - below;
    }

    private static DateTimeOffset NextHour(DateTimeOffset at) => at + TimeSpan.FromTicks(TimeSpan.TicksPerHour - (at.UtcTicks % TimeSpan.TicksPerHour));

    private static TimeSpan Bounded(TimeSpan interval, TimeSpan min, TimeSpan max) => interval < min ? min : interval < max ? interval : max > min ? max : min;
}
