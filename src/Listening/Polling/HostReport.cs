namespace Listening.Polling;

/// <summary>What a host said of itself when it was asked.</summary>
/// <param name="Software">Name and version of the server; null when it does not say.</param>
/// <param name="Terms">Where its rules can be read; null when it does not say.</param>
/// <param name="Ahead">How far its clock is ahead of ours, to the second; negative when it is behind, null when it does not say what time it is.</param>
public sealed record HostReport(string? Software, Uri? Terms, TimeSpan? Ahead)
{
    /// <summary>Whether it was asked with a token.</summary>
    public bool HasToken { get; init; }

    /// <summary>What it shows to whom, as the end of a sentence about it; null when it does not say.</summary>
    public string? Access { get; init; }

    /// <summary>Why it shows us nothing, in one sentence; null when it does.</summary>
    public string? Refusal { get; init; }

    /// <summary>What would make it show more, in words; null when nothing is kept from us that could be had.</summary>
    public string? Remedy { get; init; }
}
