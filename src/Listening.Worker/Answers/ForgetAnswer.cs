namespace Listening.Worker.Answers;

/// <summary>What <c>forget</c> did.</summary>
/// <param name="Erased">How many stored posts were taken away.</param>
internal sealed record ForgetAnswer(long Erased) : Answer;
