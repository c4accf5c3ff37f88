namespace Listening.Worker.Moving;

/// <summary>An author whom the user muted.</summary>
internal sealed record MutedAuthor(string AuthorKey);
