namespace Listening.Worker.Configuration;

/// <summary>A section of the settings and the class whose properties are its keys.</summary>
internal sealed record SettingsSection(string Path, Type Options);
