namespace Listening.Connectors.Platforms;

/// <summary>Settings <c>Platforms:*</c> that belong to no single platform.</summary>
public sealed class PlatformsOptions
{
    /// <summary>Names of the platforms to read, in any case; empty (default): every platform that needs no credential and has a host or default.</summary>
    public IList<string> Only { get; set; } = [];
}
