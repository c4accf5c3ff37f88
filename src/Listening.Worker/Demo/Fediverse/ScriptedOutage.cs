using Listening.Worker.Demo.Fediverse.Faults;

namespace Listening.Worker.Demo.Fediverse;

/// <summary>A time during which every answer goes wrong in the same way.</summary>
/// <param name="From">The first instant of it.</param>
/// <param name="Until">The first instant after it.</param>
/// <param name="Fault">What happens to each request.</param>
internal sealed record ScriptedOutage(DateTimeOffset From, DateTimeOffset Until, ScriptedFault Fault)
{
    public bool Holds(DateTimeOffset now) => From <= now && now < Until;
}
