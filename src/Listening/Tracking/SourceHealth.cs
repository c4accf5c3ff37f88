namespace Listening.Tracking;

/// <summary>
/// What we know of one platform host; the only circuit breaker, persisted so that a restart hammers nobody.
/// Transitions are pure: the caller says what happened and what time it is.
/// </summary>
public sealed record SourceHealth
{
    /// <summary>How long a host is left alone that wants a pause and does not say for how long.</summary>
    public static readonly TimeSpan UnstatedWait = TimeSpan.FromMinutes(1);

    public required string Platform { get; init; }

    public required string Host { get; init; }

    /// <summary>Failures in a row; 0 after a success.</summary>
    public int Failures { get; init; }

    /// <summary>The host is not asked before this; null when it may be asked now.</summary>
    public DateTimeOffset? AvailableAt { get; init; }

    /// <summary>One sentence for people on why it is waited for; null when all is well.</summary>
    public string? Reason { get; init; }

    /// <summary>True while the host demanded the wait itself: such a wait is never shortened.</summary>
    public bool IsDemanded { get; init; }

    /// <summary>True from the moment the host refused us or our credentials until it answers again: what it does not show then proves nothing.</summary>
    public bool IsRefused { get; init; }

    public DateTimeOffset? LastSuccessAt { get; init; }

    public HostBudget? Budget { get; init; }

    public bool IsAvailable(DateTimeOffset now) => AvailableAt is null || AvailableAt <= now;

    /// <summary>
    /// A good answer. A budget that says nothing remains is a demand to wait until its reset (the host's own time, bounded below by
    /// <paramref name="now"/> plus a second so that a wrong clock there cannot make us hurry), or a minute where it states none.
    /// </summary>
    public SourceHealth Succeeded(DateTimeOffset now, HostBudget? budget)
    {
        var wait = budget is { Remaining: <= 0 } ? Later(budget.ResetsAt ?? now + UnstatedWait, now.AddSeconds(1)) : (DateTimeOffset?)null;
        return this with
        {
            Failures = 0,
            LastSuccessAt = now,
            Budget = budget ?? Budget,
            AvailableAt = wait,
            IsDemanded = wait is not null,
            IsRefused = false,
            Reason = wait is null ? null : "the host's request budget is used up",
        };
    }

    /// <summary>The host demanded a wait; it is obeyed whatever our own bounds say.</summary>
    public SourceHealth Demanded(DateTimeOffset until, string reason, HostBudget? budget) => this with
    {
        Failures = Failures + 1,
        AvailableAt = AvailableAt is { } known && IsDemanded ? Later(known, until) : until,
        IsDemanded = true,
        Reason = reason,
        Budget = budget ?? Budget,
    };

    /// <summary>A failure without a demand: the wait starts at <paramref name="min"/>, doubles, and never exceeds <paramref name="max"/>.</summary>
    public SourceHealth Failed(DateTimeOffset now, string reason, TimeSpan min, TimeSpan max)
    {
        var wait = TimeSpan.FromTicks((long)Math.Min(max.Ticks, min.Ticks * Math.Pow(2, Math.Min(Failures, 30))));
        return this with { Failures = Failures + 1, AvailableAt = now + wait, IsDemanded = false, Reason = reason };
    }

    /// <summary>The host wants credentials, or refuses ours: no short wait mends that, so it is asked again after <paramref name="max"/>.</summary>
    public SourceHealth Refused(DateTimeOffset now, string reason, TimeSpan max) => Failed(now, reason, max, max) with { IsRefused = true };

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
