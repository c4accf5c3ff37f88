using System.Text.Json.Serialization;

namespace Listening.Worker.Answers;

/// <summary>
/// Shape of <c>status</c>; <c>workers</c> are those that run, null where the store belongs to one; <c>unfinished_imports</c> is how many were
/// broken off and not called again.
/// </summary>
internal sealed record StatusAnswer(
    string Version,
    StatusStore Store,
    int Hashtags,
    IReadOnlyList<StatusSource> Sources,
    StatusWithheld Withheld,
    long DeadLetters,
    bool Demo,
    IReadOnlyList<string>? Workers,
    long UnfinishedImports);

/// <summary><c>sqlite</c> or <c>elasticsearch</c>, live posts, bytes.</summary>
internal sealed record StatusStore(string Kind, long Posts, long Bytes);

/// <summary>One host; <c>state</c> is <c>ok</c>, <c>waiting</c>, <c>failing</c> or <c>off</c>; <c>held_by</c> is the worker that asks it, where several share them.</summary>
internal sealed record StatusSource(
    string Platform,
    string Host,
    string State,
    string? Reason,
    DateTimeOffset? LastSuccessAt,
    DateTimeOffset? AvailableAt,
    DateTimeOffset? NextPollAt,
    StatusBudget? Budget,
    IReadOnlyList<StatusTarget> Targets,
    string? HeldBy);

/// <summary>Requests in the host's current window.</summary>
internal sealed record StatusBudget(int? Limit, int? Used, DateTimeOffset? ResetsAt);

/// <summary>One hashtag at that host.</summary>
internal sealed record StatusTarget(string Hashtag, DateTimeOffset NextPollAt, StatusBackfill? Backfill);

/// <summary>How far back was read.</summary>
internal sealed record StatusBackfill(DateTimeOffset Until, DateTimeOffset? Reached, bool Done);

/// <summary>About how many posts were read and not kept.</summary>
internal sealed record StatusWithheld(long OptOut, long NotPublic, long NotIndexable, long NotDiscoverable, long Bots)
{
    [JsonIgnore]
    public long Total => OptOut + NotPublic + NotIndexable + NotDiscoverable + Bots;
}
