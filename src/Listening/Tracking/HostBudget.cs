namespace Listening.Tracking;

/// <summary>A host's own statement of how much it allows: <paramref name="Remaining"/> of <paramref name="Limit"/> requests until <paramref name="ResetsAt"/>.</summary>
public sealed record HostBudget(int? Limit, int Remaining, DateTimeOffset? ResetsAt);
