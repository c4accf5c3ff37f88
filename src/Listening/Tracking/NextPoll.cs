namespace Listening.Tracking;

/// <summary>When a target is polled next: soon after something was found, then at twice the distance each time nothing was.</summary>
public static class NextPoll
{
    /// <summary>A quiet target is asked no more seldom than this many times the shortest interval: a conversation may begin at any hour.</summary>
    public const int QuietestFactor = 10;

    /// <summary>The distance to the next poll after <paramref name="quietPolls"/> polls in a row that found nothing, between <paramref name="min"/> and <paramref name="max"/>.</summary>
    public static TimeSpan Interval(int quietPolls, TimeSpan min, TimeSpan max)
    {
        var factor = Math.Min(QuietestFactor, Math.Pow(2, Math.Clamp(quietPolls - 1, 0, 10)));
        var interval = min * factor;
        return interval < max ? interval : max > min ? max : min;
    }
}
