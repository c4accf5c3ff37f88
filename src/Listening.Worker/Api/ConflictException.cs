namespace Listening.Worker.Api;

/// <summary>A change that contradicts what is there; HTTP 409.</summary>
internal sealed class ConflictException(string message) : Exception(message);
