namespace Listening.Worker.Answers;

/// <summary>What <c>mute</c> did.</summary>
/// <param name="Author">Key of the author.</param>
/// <param name="Muted">Whether the author is left out of rankings now.</param>
internal sealed record MuteAnswer(string Author, bool Muted) : Answer;
