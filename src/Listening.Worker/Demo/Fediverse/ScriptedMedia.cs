namespace Listening.Worker.Demo.Fediverse;

/// <summary>Something attached to a post.</summary>
/// <param name="Url">Where the file would be.</param>
/// <param name="Description">The alt text; null where nobody wrote one.</param>
/// <param name="Type"><c>image</c>, <c>gifv</c>, <c>video</c>, <c>audio</c> or <c>unknown</c>.</param>
internal sealed record ScriptedMedia(string Url, string? Description, string Type = "image");
