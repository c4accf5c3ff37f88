namespace Listening.Worker.Demo.Fediverse;

/// <summary>One host of the script.</summary>
/// <param name="Name">Its domain, e.g. <c>events.example</c>: what stands in the addresses of its people and posts.</param>
internal sealed record HostScript(string Name)
{
    /// <summary>Its people and posts are addressed as <c>http://127.0.0.1:port</c> instead of <c>https://Name</c>.</summary>
    public bool IsNamedByAddress { get; init; }

    /// <summary>The port on 127.0.0.1; 0: any free one.</summary>
    public int Port { get; init; }

    /// <summary>Takes any free port where <see cref="Port"/> is taken.</summary>
    public bool MayUseAnotherPort { get; init; }

    public string Title { get; init; } = Name;

    public string Version { get; init; } = "4.5.2";

    /// <summary>ISO 639.</summary>
    public string Language { get; init; } = "en";

    /// <summary>It never hears that somebody who lives elsewhere changed a profile.</summary>
    public bool KeepsOldProfiles { get; init; }

    public ScriptedLimits Limits { get; init; } = new();

    public ScriptedAccess Access { get; init; } = new();
}
