namespace Listening.Polling;

/// <summary>Settings <c>Polling:*</c>.</summary>
public sealed class PollingOptions
{
    /// <summary>Default of <see cref="MinInterval"/>.</summary>
    public static readonly TimeSpan DefaultMinInterval = TimeSpan.FromMinutes(1);

    /// <summary>Default of <see cref="MaxInterval"/>.</summary>
    public static readonly TimeSpan DefaultMaxInterval = TimeSpan.FromMinutes(30);

    /// <summary>Shortest time between two polls of a target; unset: 1 min, or the platform's own floor where that is longer. An explicit value wins, down to seconds.</summary>
    public TimeSpan? MinInterval { get; set; }

    /// <summary>Longest time between two polls, and the longest wait after failures; default 30 min.</summary>
    public TimeSpan? MaxInterval { get; set; }

    /// <summary>How far before the moment it was followed a hashtag is read; default 84 days.</summary>
    public TimeSpan Backfill { get; set; } = TimeSpan.FromDays(84);

    public TimeSpan Min(TimeSpan platformFloor) => MinInterval ?? (platformFloor > DefaultMinInterval ? platformFloor : DefaultMinInterval);

    public TimeSpan Max => MaxInterval ?? DefaultMaxInterval;
}
