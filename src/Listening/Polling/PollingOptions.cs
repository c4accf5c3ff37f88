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

    /// <summary>How often the recent past is read again for late, edited and deleted posts; default 1 hour.</summary>
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How far back that goes; default 48 hours.</summary>
    public TimeSpan SweepWindow { get; set; } = TimeSpan.FromHours(48);

    /// <summary>Ages at which a post is asked for again, for its counts, edits and deletion; default 1 h, 6 h, 24 h, 3 d, 7 d.</summary>
    public IList<TimeSpan> RefreshAges { get; } = [];

    /// <summary>How long every host has to miss a post until it counts as deleted, unless its own host says so; default 1 hour.</summary>
    public TimeSpan ConfirmDeletionAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long a worker that shares its store may say nothing until another takes its hosts; default 2 min, 5 s to 1 hour. It renews its leases
    /// three times as often, and asks nobody any more once the last renewal is five sixths of it ago.
    /// </summary>
    public TimeSpan LeaseTerm { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary><see cref="RefreshAges"/>, or the default where none is set.</summary>
    public IReadOnlyList<TimeSpan> Ages() => RefreshAges.Count > 0 ? [.. RefreshAges] : DefaultAges;

    private static readonly TimeSpan[] DefaultAges =
        [TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(24), TimeSpan.FromDays(3), TimeSpan.FromDays(7)];

    public TimeSpan Min(TimeSpan platformFloor) => MinInterval ?? (platformFloor > DefaultMinInterval ? platformFloor : DefaultMinInterval);

    public TimeSpan Max => MaxInterval ?? DefaultMaxInterval;
}
