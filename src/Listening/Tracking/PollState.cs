using System.Text.Json.Serialization;

namespace Listening.Tracking;

/// <summary>What we know of a target: how far it was read and when it is due.</summary>
public sealed record PollState
{
    public required PollTarget Target { get; init; }

    public Checkpoint Checkpoint { get; init; } = Checkpoint.Start;

    /// <summary>When it may be polled next. Claiming a target moves this by compare-and-set before its host is asked.</summary>
    public required DateTimeOffset NextPollAt { get; init; }

    /// <summary>When its host last answered a poll to the end.</summary>
    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>Polls in a row that found nothing new; tells how busy the target is.</summary>
    public int QuietPolls { get; init; }

    /// <summary>Up to when everything that the target lists was read without a hole; null where that is not known yet.</summary>
    public DateTimeOffset? CoveredTo { get; init; }

    /// <summary>When the last sweep that reached its end began; null before the first one.</summary>
    public DateTimeOffset? SweptAt { get; init; }

    /// <summary>The sweep that is under way; null between two of them.</summary>
    public SweepPosition? Sweep { get; init; }

    /// <summary>Up to which moment the posts that then reached one of the ages were asked for again; null before the first page.</summary>
    public DateTimeOffset? RefreshedAt { get; init; }

    /// <summary>Whether the way back or a sweep goes on with the next poll.</summary>
    [JsonIgnore]
    public bool IsUnfinished => Checkpoint.Back is { Done: false } || Sweep is not null;

    /// <summary>The store's token for compare-and-set; null for a state that was never saved.</summary>
    [JsonIgnore]
    public string? Version { get; init; }
}
