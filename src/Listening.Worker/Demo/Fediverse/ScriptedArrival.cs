namespace Listening.Worker.Demo.Fediverse;

/// <summary>How a post reaches a host that is not its home, and what the host learns of it afterwards.</summary>
/// <param name="Host">The host, by its name in the script.</param>
/// <param name="After">How long after its creation it is there; negative where the author's clock is ahead.</param>
/// <param name="IsFetched">The host fetched it instead of being sent it: its id there is made from the author's time, so it appears in the past.</param>
/// <param name="Likes">The likes this host knows of; null: all.</param>
/// <param name="Reposts">The reposts this host knows of; null: all.</param>
internal sealed record ScriptedArrival(string Host, TimeSpan After = default, bool IsFetched = false, int? Likes = null, int? Reposts = null)
{
    /// <summary>How long after an edit this host has it; null: it never learns of one that comes after the post.</summary>
    public TimeSpan? EditsAfter { get; init; } = TimeSpan.Zero;

    /// <summary>How long after its deletion the post is gone here; null: this host never learns of it.</summary>
    public TimeSpan? DeletionAfter { get; init; } = TimeSpan.Zero;

    /// <summary>When this host's moderators, or a restart, keep the post from readers.</summary>
    public ScriptedHiding? Hidden { get; init; }

    public bool Knows(ScriptedEdit edit, DateTimeOffset arrivesAt, DateTimeOffset now) => edit.At <= arrivesAt || (EditsAfter is { } after && edit.At + after <= now);

    public bool HasLost(DateTimeOffset? deletedAt, DateTimeOffset arrivesAt, DateTimeOffset now) =>
        Hidden?.Holds(now) is true || deletedAt <= arrivesAt || (DeletionAfter is { } after && deletedAt + after <= now);
}
