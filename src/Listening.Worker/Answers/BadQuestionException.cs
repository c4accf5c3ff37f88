namespace Listening.Worker.Answers;

/// <summary>A question that cannot be asked like this; the sentence says what to write instead. Exit code 2, HTTP 400.</summary>
internal sealed class BadQuestionException(string message) : Exception(message);
