namespace Listening.Worker.Commands;

/// <summary>A command cannot do what was asked; the message is one sentence that says what to do. Exit code 1.</summary>
internal sealed class CommandFailedException(string message, Exception? inner = null) : Exception(message, inner);
