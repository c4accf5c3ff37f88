namespace Listening.Connectors.Http;

/// <summary>One attempt took too long; another may be quicker.</summary>
internal sealed class AttemptTimedOutException(string message, Exception inner) : HttpRequestException(message, inner);
