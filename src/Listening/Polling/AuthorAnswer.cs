using Listening.Posts;

namespace Listening.Polling;

/// <summary>What an author agrees to, all hosts taken together.</summary>
/// <param name="Flags">The wishes.</param>
/// <param name="Withheld">Why nothing of the author may be kept; null when it may.</param>
public sealed record AuthorAnswer(AuthorFlags Flags, WithheldReason? Withheld);
