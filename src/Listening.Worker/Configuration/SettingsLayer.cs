namespace Listening.Worker.Configuration;

/// <summary>Settings from one place, flat (<c>Polling:MinInterval</c>), as they were written.</summary>
/// <param name="Name">The place as a person knows it, e.g. <c>the environment</c>.</param>
/// <param name="Values">Keys without regard to case.</param>
internal sealed record SettingsLayer(string Name, IReadOnlyDictionary<string, string?> Values);
