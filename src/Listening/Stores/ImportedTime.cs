namespace Listening.Stores;

/// <summary>From when to when a file holds posts of a hashtag.</summary>
/// <param name="Platform">Lower-case name of the platform.</param>
/// <param name="Host">Where they were seen.</param>
/// <param name="Hashtag">Folded.</param>
/// <param name="First">Time of the first of them.</param>
/// <param name="Last">Time of the last of them.</param>
public sealed record ImportedTime(string Platform, string Host, string Hashtag, DateTimeOffset First, DateTimeOffset Last);
