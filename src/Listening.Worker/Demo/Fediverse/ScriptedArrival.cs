namespace Listening.Worker.Demo.Fediverse;

/// <summary>How a post reaches a host that is not its home.</summary>
/// <param name="Host">The host, by its name in the script.</param>
/// <param name="After">How long after its creation it is there.</param>
/// <param name="IsFetched">The host fetched it instead of being sent it: its id there is made from the author's time, so it appears in the past.</param>
/// <param name="Likes">The likes this host knows of; null: all.</param>
/// <param name="Reposts">The reposts this host knows of; null: all.</param>
internal sealed record ScriptedArrival(string Host, TimeSpan After = default, bool IsFetched = false, int? Likes = null, int? Reposts = null);
