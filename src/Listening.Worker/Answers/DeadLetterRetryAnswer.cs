namespace Listening.Worker.Answers;

/// <summary>Shape of <c>dead-letters retry</c>; <paramref name="Retried"/> is the sum.</summary>
/// <param name="Retried">Posts that were tried.</param>
/// <param name="Stored">Posts that the store took, or has by now in a later form.</param>
/// <param name="Refused">Posts that it refused again.</param>
/// <param name="Withheld">Posts that were let go, because their authors do not want to be kept.</param>
internal sealed record DeadLetterRetryAnswer(int Retried, int Stored, int Refused, int Withheld) : Answer;
