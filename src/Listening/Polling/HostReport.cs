namespace Listening.Polling;

/// <summary>What a host said of itself when it answered.</summary>
/// <param name="Software">Name and version of the server; null when it does not say.</param>
/// <param name="Terms">Where its rules can be read; null when it does not say.</param>
/// <param name="Time">Its clock; null when it does not say.</param>
public sealed record HostReport(string? Software, Uri? Terms, DateTimeOffset? Time);
