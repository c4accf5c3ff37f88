namespace Listening.Worker.Answers;

/// <summary>Shape of <c>dead-letters list</c>, the newest first.</summary>
internal sealed record DeadLettersAnswer(IReadOnlyList<DeadLetterAnswer> DeadLetters) : Answer;

/// <summary>One post that the store refused, what it said, and when.</summary>
internal sealed record DeadLetterAnswer(string Key, string Platform, string Reason, DateTimeOffset At);
