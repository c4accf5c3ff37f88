using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>A host of a federation, and what a reader may expect of it.</summary>
internal sealed record FederationHost(HostScript Script)
{
    public string Name => Script.Name;

    /// <summary>Whether the worker is told to read it; one that is not must never be asked.</summary>
    public bool IsConfigured { get; init; } = true;

    /// <summary>It answers 403, always.</summary>
    public bool Refuses { get; init; }

    /// <summary>The secret that the worker may show to it, and to nobody else.</summary>
    public string? Token { get; init; }

    /// <summary>Whether what it says can be known.</summary>
    public bool IsRead => IsConfigured && !Refuses;
}
