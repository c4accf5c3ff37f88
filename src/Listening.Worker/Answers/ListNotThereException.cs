namespace Listening.Worker.Answers;

/// <summary>A list or verb that is not there yet; one sentence. Exit code 1, HTTP 404.</summary>
internal sealed class ListNotThereException(string message) : Exception(message);
