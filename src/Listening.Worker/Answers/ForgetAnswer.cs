namespace Listening.Worker.Answers;

/// <summary>What <c>forget</c> did.</summary>
/// <param name="Erased">How many stored posts were taken away.</param>
/// <param name="WasForgotten">Whether the author had been forgotten before.</param>
internal sealed record ForgetAnswer(long Erased, bool WasForgotten) : Answer;
