namespace Listening.Worker.Demo.Fediverse;

/// <summary>A time during which a host answers as if it had no such post.</summary>
/// <param name="From">The first instant of it.</param>
/// <param name="Until">The first instant after it; null: for good.</param>
internal sealed record ScriptedHiding(DateTimeOffset From, DateTimeOffset? Until = null)
{
    public bool Holds(DateTimeOffset now) => From <= now && !(Until <= now);
}
