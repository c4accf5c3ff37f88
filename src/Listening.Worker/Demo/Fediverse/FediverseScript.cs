namespace Listening.Worker.Demo.Fediverse;

/// <summary>What a <see cref="ScriptedFediverse"/> plays.</summary>
internal sealed record FediverseScript
{
    public required IReadOnlyList<HostScript> Hosts { get; init; }

    /// <summary>In any order; what lies in the future arrives when its time comes.</summary>
    public IReadOnlyList<ScriptedPost> Posts { get; init; } = [];

    public ScriptedStory? Story { get; init; }
}
