namespace Listening.Polling;

/// <summary>How a saved body was asked for and answered.</summary>
/// <param name="Url">The address it came from; null when not known.</param>
/// <param name="Status">HTTP status; 200 when not known.</param>
/// <param name="ContentType">As the host sent it; null when not known.</param>
/// <param name="Headers">Answer headers by lower-case name.</param>
public sealed record SavedAnswer(Uri? Url, int Status, string? ContentType, IReadOnlyDictionary<string, string> Headers);
