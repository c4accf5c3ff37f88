namespace Listening.Worker.Demo.Community;

/// <summary>Words, finished.</summary>
/// <param name="Text">With hashtags.</param>
/// <param name="Language">ISO 639.</param>
/// <param name="Photo">Alt text of an attached photo.</param>
/// <param name="Edited">The text after an edit.</param>
internal sealed record Saying(string Text, string Language, string? Photo = null, string? Edited = null);
