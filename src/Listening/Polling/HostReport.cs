namespace Listening.Polling;

/// <summary>What a host said of itself when it answered.</summary>
/// <param name="Software">Name and version of the server; null when it does not say.</param>
/// <param name="Terms">Where its rules can be read; null when it does not say.</param>
/// <param name="Ahead">How far its clock is ahead of ours, to the second; negative when it is behind, null when it does not say what time it is.</param>
public sealed record HostReport(string? Software, Uri? Terms, TimeSpan? Ahead);
