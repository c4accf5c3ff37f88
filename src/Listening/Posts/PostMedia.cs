namespace Listening.Posts;

/// <summary>An attachment: its kind in the platform's word (<c>image</c>, <c>video</c> ...), its alternative text and its address.</summary>
public sealed record PostMedia(string Type, string? Alt, string? Url);
