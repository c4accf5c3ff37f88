namespace Listening.Worker.Demo.Fediverse;

/// <summary>A request that reached a host.</summary>
/// <param name="Number">1, 2, 3 ... in the order of arrival.</param>
/// <param name="At">When it arrived, by the host's clock.</param>
/// <param name="Method">E.g. <c>GET</c>.</param>
/// <param name="Path">Without the query.</param>
/// <param name="Query">With its question mark; empty where there is none.</param>
/// <param name="UserAgent">Empty where none was sent.</param>
/// <param name="InFlight">Requests in work at that moment, this one included.</param>
/// <param name="Status">What was answered; null while it is in work, and where the connection broke before an answer began.</param>
internal sealed record ScriptedRequest(long Number, DateTimeOffset At, string Method, string Path, string Query, string UserAgent, int InFlight, int? Status)
{
    /// <summary>The <c>Authorization</c> header; empty where none was sent.</summary>
    public string Authorization { get; init; } = "";

    /// <summary>When the last byte of the answer was handed over, or the connection broke; null while it is in work.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Until when the answer told its reader to wait; null where it did not say so.</summary>
    public DateTimeOffset? WaitUntil { get; init; }
}
